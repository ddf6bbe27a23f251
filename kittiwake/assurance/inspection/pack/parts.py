"""The parts that this area puts into a pack: figures, audits, supervision, self-evaluation, concerns, the table of evidence."""

from __future__ import annotations

from collections.abc import Iterable

from kittiwake.assurance.audits.models import Programme
from kittiwake.assurance.audits.programmes.showing import PROGRAMMES, programme_rows
from kittiwake.assurance.feedback.evidence import latest
from kittiwake.assurance.feedback.questions import LIBRARY
from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.calendar import coming
from kittiwake.assurance.inspection.concerns.standing import Standing, opposite
from kittiwake.assurance.inspection.crosswalk.points import POINTS
from kittiwake.assurance.inspection.figures import Live, in_words, of_key, year_to
from kittiwake.assurance.inspection.models import Concern
from kittiwake.assurance.inspection.pack.contents import Asked, Contents, PackPart, Sheet
from kittiwake.assurance.inspection.self_evaluation.queries import newest
from kittiwake.assurance.inspection.self_evaluation.showing import EvaluationPage
from kittiwake.insight.results import NO_TEAM, team_names
from kittiwake.insight.rules import Figure
from kittiwake.insight.showing import Figures
from kittiwake.insight.words import DIRECTIONS
from kittiwake.primitives.measures.definition import Measure
from kittiwake.ui.components import Cell, Status, TextLink
from kittiwake.ui.dates import long_date, short_date

FIGURE_COLUMNS = ["Number", "Measure", "Figure, with what it rests on", "What is better"]


def _said(cell: Cell) -> str:
    return cell.text if isinstance(cell, TextLink | Status) else cell


def figures(asked: Asked) -> Contents:
    shown = Figures(asked.viewer, year_to(asked.as_of))
    counted = shown.of(shown.every)
    rows = [
        [each.key, each.title, in_words(each, counted[each.key, "none"][0]), DIRECTIONS[each.direction]]
        for each in shown.every
    ]
    return Contents([Sheet(f"Measures, {shown.period}", FIGURE_COLUMNS, rows)])


def _by_team(asked: Asked, keys: Iterable[str]) -> list[Sheet]:
    shown = Figures(asked.viewer, year_to(asked.as_of))
    measures = [each for key in keys if (each := of_key(key)) and shown.shows(each)]
    counted, names = shown.of(measures, ["none", "team"]), team_names()
    return [
        _of_teams(each, counted[each.key, "none"] + counted[each.key, "team"], names) for each in measures
    ]


def _of_teams(measure: Measure, counted: list[Figure], names: dict[str, str]) -> Sheet:
    whole, *teams = counted
    rows = [[names.get(each.group or "", NO_TEAM), in_words(measure, each)] for each in teams]
    return Sheet(
        f"{measure.title} ({measure.key})",
        ["Team", "Figure"],
        [["All", in_words(measure, whole)], *sorted(rows)],
    )


def audits(asked: Asked) -> Contents:
    since = year_to(asked.as_of).first
    programmes = list(
        Programme.objects.filter(ends_on__gte=since, starts_on__lte=asked.as_of).order_by("-starts_on")
    )
    rows = [[_said(cell) for cell in row] for row in programme_rows(programmes, asked.viewer)]
    first = Sheet("Programmes", [column.text for column in PROGRAMMES], rows)
    return Contents([first, *_by_team(asked, ["P26", "P68", "P70", "P71", "P72", "P73"])])


def supervision(asked: Asked) -> Contents:
    return Contents(_by_team(asked, ["P63", "P64", "P65", "P66", "P67"]))


def self_evaluation(asked: Asked) -> Contents:
    page = EvaluationPage(newest(), asked.viewer, asked.at, patience=None)
    if page.evaluation is None:
        return Contents([Sheet("Nothing is written yet")])
    state = page.state or "A draft: the director has not approved it."
    columns = ["What we say", "How good we say it is", "The figure", "Where they disagree"]
    sheets = [Sheet("How it stands", words=state)]
    for title, claims in page.sections:
        rows = [
            [
                each.claim.words,
                each.says,
                f"{_said(each.figure)}: {each.now}" if each.figure else "",
                each.disagreement,
            ]
            for each in claims
        ]
        sheets.append(Sheet(title, columns, rows))
    return Contents(sheets)


def concerns(asked: Asked) -> Contents:
    """Nothing of an entry on a child's record is in it but that there is one."""
    every = list(Concern.objects.select_related("inspection", "owner").order_by("closed_at", "raised_at"))
    standing = Standing(every, asked.viewer, asked.as_of, patience=None)
    columns = [
        "Concern",
        "Who answers",
        "Progress as judged last",
        "What is done",
        "Evidence",
        "What is missing, or says the opposite",
    ]
    return Contents([Sheet("Concerns", columns, [_concern(each, standing) for each in every])])


def _concern(concern: Concern, standing: Standing) -> list[str]:
    last, evidence = standing.last(concern), standing.evidence.get(concern.pk, [])
    judged = (
        f"{last.get_progress_display()}, {short_date(last.at)}: {last.words}" if last else "Not judged yet"
    )
    actions = standing.actions.get(concern.pk, [])
    done = [
        f"{each.what} ({'done' if each.done_at else f'by {short_date(each.due_on)}'})"
        for each in actions
        if not each.dropped_at
    ]
    missing = [rules.BROKEN[key] for key in standing.broken(concern)]
    against = [words for each in evidence if (words := opposite(each, standing.live))]
    return [
        concern.words,
        str(concern.owner),
        f"Closed {short_date(concern.closed_at)}: {concern.closed_why}" if concern.closed_at else judged,
        "; ".join(done),
        "; ".join(f"{each.get_kind_display()} of {short_date(each.on)}" for each in evidence),
        ". ".join([*missing, *against]),
    ]


def crosswalk(asked: Asked) -> Contents:
    live = Live(asked.viewer, asked.as_of, [key for point in POINTS for key in point.measures], patience=None)
    counted = {measure.key: measure for measure in live.measures}
    rows = [
        [
            point.said,
            point.shows,
            ". ".join(f"{counted[key].title}: {live.said(key)}" for key in point.measures if key in counted)
            or "No evidence is counted yet",
        ]
        for point in POINTS
    ]
    return Contents([Sheet("What inspectors look for", ["Point", "What shows it", "Figures"], rows)])


def people(asked: Asked) -> Contents:
    """What enough people answered the last time they were asked, of the whole council."""
    keys = dict.fromkeys(question.key for form in LIBRARY for question in form.questions)
    heard = [each for key in keys if (each := latest(key, asked.as_of))]
    columns = ["Who was asked", "Question", "What they said", "Answered, of those asked", "Until"]
    rows = [
        [
            each.audience,
            each.words,
            each.said or "Too few answered",
            f"{each.answered} of {each.asked}",
            short_date(each.closed_on),
        ]
        for each in heard
    ]
    return Contents([Sheet("What people say", columns, rows)])


def next_days(asked: Asked) -> Contents:
    rows = [[long_date(each.on), each.what, each.why] for each in coming(asked.as_of)]
    return Contents([Sheet("What is next", ["When", "What", "Because"], rows)])


PARTS = [
    PackPart("next", 10, "What is next", next_days),
    PackPart("self_evaluation", 20, "Self-evaluation", self_evaluation),
    PackPart("concerns", 30, "Concerns and progress", concerns),
    PackPart("letter_to_evidence", 40, "From a letter to evidence", crosswalk),
    PackPart("figures", 60, "Performance figures", figures),
    PackPart("audits", 70, "Audits", audits),
    PackPart("supervision", 80, "Supervision", supervision),
    PackPart("people", 90, "What people say", people),
]
