"""The page of a published figure: what it was, what it is today, and why the two differ. Reads only."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.assurance.performance import drawing
from kittiwake.assurance.performance.changes import cases
from kittiwake.assurance.performance.changes.cases import ChangedCase
from kittiwake.assurance.performance.counts.definitions import CALLED, definition, limits_of
from kittiwake.assurance.performance.models import Count, CountedMeasure, Report, ReportFigure
from kittiwake.assurance.performance.reports.showing import period
from kittiwake.history.kinds import title_of
from kittiwake.history.models import Event
from kittiwake.insight.showing import Figures, Period
from kittiwake.insight.words import rests_on, said
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.code import fingerprint
from kittiwake.primitives.measures.definition import Measure
from kittiwake.record.models import Child, Entry, Worker
from kittiwake.ui.components import Cell, SummaryRow, TextLink, columns
from kittiwake.ui.dates import counted, short_date, short_moment

MANY = 200
# In the order in which they are told: how many, and what became of them.
WHAT = (
    (cases.NEW, "recorded after the report was counted"),
    (cases.CHANGED, "put right since, so that they count otherwise"),
    (cases.GONE, "struck out, or no longer counted"),
    (cases.JUDGED, "judged otherwise, because the definition or the program changed"),
)
SHORT = {
    cases.NEW: "Recorded late",
    cases.CHANGED: "Put right",
    cases.GONE: "Struck out or no longer counted",
    cases.JUDGED: "Judged otherwise",
}
RECORD_COLUMNS = columns("Whose record", "Day", "Counted then", "Counted today", "Why", "Who, and when")


@dataclass
class FigurePage:
    report: Report
    count: Count
    kept: CountedMeasure
    row: ReportFigure | None
    viewer: Viewer

    @property
    def words(self) -> dict[str, str]:
        kept: dict[str, str] = self.kept.definition
        return kept

    @cached_property
    def measure(self) -> Measure | None:
        """As it is declared today: none where no area declares it any more, or it is not shown to this person."""
        measure = catalogue.measures().get(self.kept.measure)
        return measure if measure and self._figures.shows(measure) else None

    @cached_property
    def _figures(self) -> Figures:
        return Figures(self.viewer, Period(self.report.first_on, self.report.last_on))

    @property
    def period(self) -> str:
        return period(self.report)

    @property
    def sees_rows(self) -> bool:
        return not self._figures.is_protected and self.viewer.may(Power.OPEN_FIGURES)

    @property
    def published(self) -> str:
        return drawing.in_words(self.row) if self.row else "No cases"

    @property
    def published_rests_on(self) -> str:
        return self.row.rests_on if self.row and not self.row.is_hidden else ""

    @cached_property
    def today(self) -> str:
        """Whoever sees no child is shown what was published, and nothing that it could be held against."""
        if self.measure is None:
            return ""
        if self._figures.is_protected:
            return "What is published stays as it was. Whoever answers for it can say what has been recorded since."
        (now,) = self._figures.of([self.measure])[self.measure.key, "none"]
        if self.row and now == drawing.figure_of(self.row):
            return "Today’s figure is the same."
        basis = rests_on(self.measure, now)
        return f"Today it is {said(self.measure, now)}{f' ({basis})' if basis else ''}."

    @cached_property
    def numbers(self) -> cases.Numbers | None:
        if not self.sees_rows or self.measure is None:
            return None
        return cases.numbers(self.count, self.measure)

    @property
    def reasons(self) -> list[str]:
        """By the record, of what this person may see."""
        if self.numbers is None:
            return []
        by_what = self.numbers.by_what
        return [f"{counted(by_what[key], 'case')} {words}" for key, words in WHAT if key in by_what]

    @property
    def yours(self) -> list[SummaryRow]:
        if (numbers := self.numbers) is None:
            return []
        return [
            SummaryRow("As published", f"{numbers.counted_then:,} of {counted(numbers.cases_then, 'case')}"),
            SummaryRow("Today", f"{numbers.counted_now:,} of {counted(numbers.cases_now, 'case')}"),
        ]

    @cached_property
    def definition_changes(self) -> list[str]:
        if self.measure is None:
            return ["This measure is not counted any more, or not for you."]
        now, then = definition(self.measure, self.report.last_on), self.words
        changed = [
            f"{called}: it was “{then.get(name) or 'nothing'}” and is “{now.get(name) or 'nothing'}”."
            for name, called in CALLED.items()
            if then.get(name, "") != now.get(name, "")
        ]
        return changed or ["The definition reads as it did."]

    @property
    def limit_changes(self) -> list[str]:
        then: dict[str, str] = self.kept.limits
        now = limits_of(self.measure, self.report.last_on) if self.measure else then
        changed = [
            f"{title}: it was {then.get(title, 'none')} and is {now.get(title, 'none')}."
            for title in sorted({*then, *now})
            if then.get(title) != now.get(title)
        ]
        return changed or ["The limits of that period are the same."]

    @property
    def program(self) -> str:
        same = self.kept.code == fingerprint()
        return (
            "The program is the same."
            if same
            else "The program has been changed since. Whether a case counts otherwise for it, is said above."
        )

    @property
    def records_address(self) -> str:
        return reverse("performance:records", args=[self.report.pk, self.kept.measure])


@dataclass
class RecordsPage:
    """Which records made the difference, of those this person may see, and who recorded them."""

    page: FigurePage

    columns = RECORD_COLUMNS

    @cached_property
    def cases(self) -> list[ChangedCase]:
        if self.page.measure is None or not self.page.sees_rows:
            return []
        return cases.changed_cases(self.page.count, self.page.measure, MANY)

    @cached_property
    def _children(self) -> dict[int, Child]:
        wanted = {case.child_id for case in self.cases if case.child_id}
        return self.page.viewer.children.prefetch_related("identifiers").in_bulk(wanted)

    @property
    def back(self) -> str:
        return reverse("performance:figure", args=[self.page.report.pk, self.page.kept.measure])

    @property
    def is_cut(self) -> bool:
        return len(self.cases) == MANY

    @property
    def child_ids(self) -> set[int]:
        return set(self._children)

    @cached_property
    def _workers(self) -> dict[int, Worker]:
        return Worker.objects.in_bulk({case.worker_id for case in self.cases if case.worker_id})

    @cached_property
    def _entries(self) -> dict[int, Entry]:
        if self.page.words["about"] != "entry":
            return {}
        rows = self.page.viewer.see(Entry).filter(pk__in=[case.case_id for case in self.cases])
        return {entry.pk: entry for entry in rows.select_related("by", "struck_out_by")}

    @cached_property
    def _events(self) -> dict[int, Event]:
        """The newest that happened to the entry since the report was counted."""
        since = Event.objects.filter(
            child_id__in=self.child_ids, subject_id__in=list(self._entries), at__gt=self.page.count.known_at
        )
        return {event.subject_id: event for event in since.order_by("at", "pk")}

    @cached_property
    def _people(self) -> dict[int, str]:
        wanted = {event.by_id for event in self._events.values()}
        return {user.pk: user.name for user in User.objects.filter(pk__in=wanted)}

    @property
    def rows(self) -> list[list[Cell]]:
        return [self._row(case) for case in self.cases if self._is_seen(case)]

    def _is_seen(self, case: ChangedCase) -> bool:
        return self.page.words["about"] == "worker" or case.child_id in self._children

    def _row(self, case: ChangedCase) -> list[Cell]:
        on = case.on_now or case.on_then
        return [
            self._whose(case),
            short_date(on) if on else "",
            _yes(case.counted_then),
            _yes(case.counted_now),
            SHORT[case.what],
            self._who(case),
        ]

    def _whose(self, case: ChangedCase) -> Cell:
        child = self._children.get(case.child_id or 0)
        if child is None:
            worker = self._workers.get(case.worker_id or 0)
            return worker.name if worker else "Nobody: a post that nobody fills"
        return TextLink(child.name, child.get_absolute_url())

    def _who(self, case: ChangedCase) -> str:
        entry = self._entries.get(case.case_id)
        if entry is None:
            return ""
        if case.what == cases.GONE and entry.struck_out_at:
            return f"{entry.struck_out_by}, {short_moment(entry.struck_out_at)}"
        if case.what == cases.NEW and entry.recorded_at > self.page.count.known_at:
            return f"{entry.by}, {short_moment(entry.recorded_at)}"
        event = self._events.get(case.case_id)
        if event is None:
            return ""
        return f"{title_of(event.what)}: {self._people.get(event.by_id, '')}, {short_moment(event.at)}"


def _yes(counted_then: bool | None) -> str:
    return {None: "Not there", True: "Yes", False: "No"}[counted_then]
