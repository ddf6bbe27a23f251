"""A report and its pages, as they are read. Reads only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.performance import drawing
from kittiwake.assurance.performance.models import (
    Count,
    CountedMeasure,
    PlannedAction,
    Report,
    ReportFigure,
    ReportTheme,
)
from kittiwake.assurance.performance.questions.showing import QUESTION_COLUMNS, in_order
from kittiwake.assurance.performance.questions.showing import row as question_row
from kittiwake.assurance.performance.reports.recording import newest_count, why_unfinished
from kittiwake.assurance.performance.rules import SHORT
from kittiwake.assurance.performance.themes import as_kept, chosen
from kittiwake.ui.components import Cell, Status, TextLink, columns
from kittiwake.ui.dates import long_date, long_moment

DRAFT = "DRAFT – not for publication"
CONTENT_COLUMNS = columns("Theme", "The question", "The first figure", "How sure we are")
MOST = 50
NOT_WRITTEN = "Nobody has written this yet."


def state(report: Report) -> Status:
    if report.withdrawn_at is not None:
        return Status("Withdrawn", "red")
    return Status("Published", "green") if report.is_published else Status("Draft", "yellow")


def period(report: Report) -> str:
    return f"{long_date(report.first_on)} to {long_date(report.last_on)}"


@dataclass
class ReportShown:
    """Of a published report its own count; of a draft the newest, once it is whole."""

    report: Report
    viewer: Viewer
    at: datetime
    before: Report | None = None

    content_columns = CONTENT_COLUMNS
    question_columns = QUESTION_COLUMNS

    @property
    def state(self) -> Status:
        return state(self.report)

    @property
    def period(self) -> str:
        return period(self.report)

    @cached_property
    def newest(self) -> Count | None:
        return self.report.count or newest_count(self.report)

    @cached_property
    def count(self) -> Count | None:
        return self.newest if self.newest and self.newest.is_whole else None

    @property
    def counting(self) -> Count | None:
        return self.newest if self.newest and self.newest.ended_at is None else None

    @cached_property
    def pages(self) -> dict[str, ReportTheme]:
        return {page.theme: page for page in self.report.pages.filter(taken_out_at=None)}

    @cached_property
    def themes(self) -> list[dict[str, Any]]:
        """As they were counted; of a draft whose themes were not counted yet, as they are declared."""
        if self.report.is_published and self.count:
            return list(self.count.themes)
        counted_themes = {theme["key"]: theme for theme in (self.count.themes if self.count else [])}
        return [counted_themes.get(theme.key) or as_kept(theme) for theme in chosen(list(self.pages))]

    @property
    def is_counted_otherwise(self) -> bool:
        return bool(self.count) and {theme["key"] for theme in self.count.themes} != set(self.pages)  # type: ignore[union-attr]

    @cached_property
    def figures(self) -> dict[tuple[str, str], list[ReportFigure]]:
        """By measure and grouping, in their order."""
        by_which: dict[tuple[str, str], list[ReportFigure]] = defaultdict(list)
        for row in self.count.figures.order_by("group") if self.count else ():
            by_which[row.measure, row.grouped_by].append(row)
        return by_which

    @cached_property
    def definitions(self) -> dict[str, CountedMeasure]:
        return {row.measure: row for row in self.count.measures.all()} if self.count else {}

    @cached_property
    def figures_before(self) -> dict[str, ReportFigure]:
        if self.before is None or self.before.count is None:
            return {}
        return {row.measure: row for row in self.before.count.figures.filter(grouped_by="none")}

    def whole(self, key: str) -> ReportFigure | None:
        rows = self.figures.get((key, "none"))
        return rows[0] if rows else None

    @cached_property
    def actions(self) -> list[PlannedAction]:
        rows = self.report.actions.filter(taken_out_at=None).select_related("worker", "done")
        return list(rows.order_by("due_on", "pk"))

    @property
    def published(self) -> str:
        if self.report.published_at is None:
            return ""
        return f"Published on {long_moment(self.report.published_at)} by {self.report.published_by}."

    @property
    def known(self) -> str:
        if self.count is None:
            return ""
        return f"Counted of what was on the record on {long_moment(self.count.known_at)}."

    @cached_property
    def replaced_by(self) -> Report | None:
        return self.report.replacements.filter(published_at__isnull=False).first()

    @property
    def contents(self) -> list[list[Cell]]:
        return [self._line(theme) for theme in self.themes]

    def _line(self, theme: dict[str, Any]) -> list[Cell]:
        page = self.pages.get(theme["key"])
        address = reverse("performance:theme", args=[self.report.pk, theme["key"]])
        sure = SHORT.get(page.sure if page else "", "Not said yet")
        return [TextLink(theme["title"], address), theme["question"], self.headline(theme), sure]

    def headline(self, theme: dict[str, Any]) -> str:
        keys = theme["measures"]
        row = self.whole(keys[0]) if keys else None
        title = self.definitions[keys[0]].definition["title"] if row else ""
        return f"{title}: {drawing.in_words(row)}" if row else "Not counted yet"

    @cached_property
    def questions(self) -> list[list[Cell]]:
        asked = in_order().filter(report=self.report)
        return [question_row(question, self.at) for question in asked[:MOST]]

    @property
    def may_make(self) -> bool:
        return self.viewer.may(Power.MAKE_REPORTS) and not self.report.is_published

    @property
    def may_publish(self) -> bool:
        return self.viewer.may(Power.PUBLISH) and not self.report.is_published and self.count is not None

    @property
    def may_withdraw(self) -> bool:
        return (
            self.viewer.may(Power.PUBLISH) and self.report.is_published and self.report.withdrawn_at is None
        )

    @property
    def may_replace(self) -> bool:
        return self.viewer.may(Power.MAKE_REPORTS) and self.report.is_published and not self.replaced_by

    @property
    def may_ask(self) -> bool:
        return self.viewer.may(Power.ASK_AS_MEMBER) and self.report.is_published

    @property
    def unfinished(self) -> list[str]:
        """What is still to be done before it can be published."""
        missing = [] if self.count else ["Let its figures be counted."]
        if self.is_counted_otherwise:
            missing.append("Its themes are not those that were counted: let its figures be counted again.")
        for theme in self.themes:
            page = self.pages.get(theme["key"])
            if page and (why_not := why_unfinished(page)):
                missing.append(f"{theme['title']}: {why_not}")
        return missing
