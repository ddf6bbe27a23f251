"""A report as a paper (PDF/UA): the same figures, words and marks as its pages."""

from __future__ import annotations

from collections.abc import Iterator

from kittiwake.assurance.performance.drawing import Drawn
from kittiwake.assurance.performance.reports.showing import DRAFT, NOT_WRITTEN, ReportShown
from kittiwake.assurance.performance.reports.theme_page import MeasureShown, ThemePage
from kittiwake.assurance.performance.words import STATISTICS
from kittiwake.ui.dates import long_date, long_moment
from kittiwake.ui.paper import Block, Facts, Heading, Items, Note, Paper, Paragraph, Table


def whole(shown: ReportShown) -> Paper:
    report = shown.report
    return Paper(
        title=report.title,
        about=shown.period,
        handling="" if report.is_published else DRAFT,
        blocks=[
            *marks(shown),
            *([Heading("What to know first"), Paragraph(report.summary)] if report.summary else []),
            *[block for theme in shown.themes for block in _theme(ThemePage(shown, theme))],
            Heading("Words"),
            Facts(list(STATISTICS)),
        ],
    )


def marks(shown: ReportShown) -> Iterator[Block]:
    """How it stands: what nobody may miss."""
    report = shown.report
    if not report.is_published:
        yield Note(DRAFT)
    if report.withdrawn_at:
        yield Note(
            f"Withdrawn on {long_moment(report.withdrawn_at)} by {report.withdrawn_by}: {report.why_withdrawn}"
        )
    if shown.replaced_by:
        yield Note(f"Replaced by “{shown.replaced_by}”: {shown.replaced_by.why_replaced}")
    if report.replaces:
        yield Paragraph(f"This replaces “{report.replaces}”: {report.why_replaced}")
    told = [shown.published, shown.known]
    if report.next_on:
        told.append(f"Members see the next report on {long_date(report.next_on)}.")
    yield Paragraph(" ".join(filter(None, told)) or "Its figures are not counted yet.")


def _theme(page: ThemePage) -> Iterator[Block]:
    written = page.page
    yield Heading(page.theme["title"])
    yield Paragraph(page.theme["question"])
    yield Facts([("Who answers for it", page.theme["accountable"]), ("How sure we are", page.sure)])
    yield Heading("What the figures say", level=2)
    yield Paragraph((written.says if written else "") or NOT_WRITTEN)
    if page.measures:
        yield _figures(page)
    for measure in page.measures:
        yield from _measure(measure)
    yield Heading("What we heard", level=2)
    yield Paragraph((written.heard if written else "") or NOT_WRITTEN)
    if page.heard:
        yield Items([f"{measure.words['title']}: {measure.said}" for measure in page.heard])
    yield from _doing(page)
    yield from _sure(page)


def _figures(page: ThemePage) -> Table:
    rows = [
        [measure.words["title"], measure.said, measure.rests_on, measure.before or "Not in it"]
        for measure in page.measures
    ]
    return Table([column.text for column in page.figure_columns], rows)


def _measure(measure: MeasureShown) -> Iterator[Block]:
    words = measure.words
    yield Heading(words["title"], level=2)
    yield Facts(
        [
            ("Why it matters", words["why"]),
            ("Counted", words["counted"]),
            ("Out of", words["out_of"]),
            ("Better", words["direction"]),
            ("Beside it", words["benchmark"]),
        ]
    )
    for drawn in (measure.months, measure.teams):
        if drawn.rows:
            yield _table(drawn)


def _table(drawn: Drawn) -> Table:
    return Table([column.text for column in drawn.columns], drawn.rows, title=drawn.caption)


def _doing(page: ThemePage) -> Iterator[Block]:
    yield Heading("What we do", level=2)
    rows = [[action.what, action.worker.name, long_date(action.due_on)] for action in page.actions]
    yield Table(["What we do", "Who", "By"], rows) if rows else Paragraph("Nothing has been promised.")


def _sure(page: ThemePage) -> Iterator[Block]:
    why = page.page.sure_why if page.page else ""
    if why or page.basis:
        yield Heading("How sure we are", level=2)
        yield Items([text for text in (why, *page.basis) if text])
    if page.theme["terms"]:
        yield Heading("Words of this page", level=2)
        yield Facts([(word, means) for word, means in page.theme["terms"]])
