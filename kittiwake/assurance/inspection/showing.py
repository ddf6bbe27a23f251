"""What the pages of inspections and visits show: what is next, what was, what hangs from each. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.calendar import Coming, coming
from kittiwake.assurance.inspection.concerns.showing import COLUMNS, concern_rows
from kittiwake.assurance.inspection.concerns.standing import Standing
from kittiwake.assurance.inspection.models import Concern, ConcernAction, Inspection
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Cell, Status, SummaryRow, Task, TextLink, columns
from kittiwake.ui.dates import long_date, relative_day, short_date

COLOURS = {
    rules.EXPECTED: "grey",
    rules.ANNOUNCED: "yellow",
    rules.UNDER_WAY: "red",
    rules.AWAITED: "blue",
}
RECENT = 100


def status(visit: Inspection, today: date) -> Status:
    state = visit.state(today)
    return Status(rules.STATES[state], COLOURS.get(state, ""))


def days(visit: Inspection) -> str:
    if visit.announced_on is None:
        return f"About {visit.starts_on:%B %Y}"
    return f"{short_date(visit.starts_on)} to {short_date(visit.ends_on)}"


@dataclass
class InspectionsPage:
    viewer: Viewer
    at: datetime
    coming_columns = columns("What", "When", "Because")
    columns = columns("Inspection or visit", "Days", "Status", "Grade")

    @cached_property
    def today(self) -> date:
        return local_date(self.at)

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD_INSPECTIONS)

    @property
    def coming(self) -> list[list[Cell]]:
        return [
            [
                TextLink(each.what, each.href) if each.href else each.what,
                Status(
                    f"{short_date(each.on)}, {relative_day(each.on, self.today)}",
                    "red" if each.on < self.today else "",
                ),
                each.why,
            ]
            for each in self._coming
        ]

    @cached_property
    def _coming(self) -> list[Coming]:
        return coming(self.today)

    @cached_property
    def visits(self) -> list[Inspection]:
        return list(Inspection.objects.order_by("-starts_on", "-pk")[:RECENT])

    @property
    def rows(self) -> list[list[Cell]]:
        return [
            [
                TextLink(visit.get_kind_display(), visit.get_absolute_url()),
                days(visit),
                status(visit, self.today),
                visit.get_overall_display() or "–",
            ]
            for visit in self.visits
        ]

    @cached_property
    def mine(self) -> list[Task]:
        """What the viewer is to do about concerns, soonest first."""
        actions = ConcernAction.objects.filter(done_at=None, dropped_at=None, concern__closed_at=None)
        theirs = (
            actions.filter(owner__user=self.viewer.user).select_related("concern").order_by("due_on", "pk")
        )
        return [_task(action, self.today) for action in theirs]


def _task(action: ConcernAction, today: date) -> Task:
    late = Status("Late", "red") if action.is_late(today) else Status("To do", "blue")
    hint = f"{action.concern.words}. By {long_date(action.due_on)}"
    return Task(action.what, action.concern.get_absolute_url(), hint, late)


@dataclass
class InspectionPage:
    visit: Inspection
    viewer: Viewer
    at: datetime
    judged_columns = columns("Concern", "Progress", "In words", "By")
    columns = COLUMNS

    @cached_property
    def today(self) -> date:
        return local_date(self.at)

    @property
    def status(self) -> Status:
        return status(self.visit, self.today)

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD_INSPECTIONS) and not self.visit.called_off_why

    @property
    def may_report(self) -> bool:
        return self.may_record and self.visit.announced_on is not None and self.visit.starts_on <= self.today

    @property
    def themes(self) -> list[str]:
        return [line.strip() for line in self.visit.themes.splitlines() if line.strip()]

    @property
    def rows(self) -> list[SummaryRow]:
        return [SummaryRow(key, value) for key, value in self._rows()]

    def _rows(self) -> Iterator[tuple[str, str | int]]:
        visit = self.visit
        yield "When", days(visit)
        yield "Announced", long_date(visit.announced_on) if visit.announced_on else "Not yet"
        yield "Inspectors", visit.inspectors or "Not known"
        yield "Lists asked for", _day_or(visit.lists_asked_on, "Not yet")
        yield "Lists given", _day_or(visit.lists_given_on, "Not yet")
        if visit.called_off_why:
            yield "Did not take place", visit.called_off_why
        if visit.reported_on:
            yield "Letter", long_date(visit.reported_on)
            yield "Overall grade", visit.get_overall_display() or "Not graded"
            yield "Action plan", self._plan

    @property
    def _plan(self) -> str:
        if not self.visit.needs_plan:
            return "Not needed"
        return _day_or(self.visit.plan_sent_on, "To be sent", before="Sent ")

    @property
    def coming(self) -> list[Coming]:
        return [each for each in coming(self.today) if each.of == self.visit.pk]

    @cached_property
    def _concerns(self) -> list[Concern]:
        rows: QuerySet[Concern] = Concern.objects.filter(inspection=self.visit)
        return list(rows.select_related("inspection", "owner").order_by("closed_at", "raised_at", "pk"))

    @property
    def concerns(self) -> list[list[Cell]]:
        return concern_rows(self._concerns, Standing(self._concerns, self.viewer, self.today))

    @property
    def judged(self) -> list[list[Cell]]:
        """What was said at this visit of concerns, of whichever visit they were raised."""
        said = self.visit.judgements.select_related("concern", "by").order_by("concern", "at")
        return [
            [
                TextLink(each.concern.words, each.concern.get_absolute_url()),
                each.get_progress_display(),
                each.words,
                f"{each.by}, {short_date(each.at)}",
            ]
            for each in said
        ]


def _day_or(day: date | None, otherwise: str, before: str = "") -> str:
    return f"{before}{long_date(day)}" if day else otherwise
