"""Who has left and why, in counts without names; one exit interview for whoever may read it. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.assurance.workforce import codes, settings
from kittiwake.assurance.workforce.leaving import queries
from kittiwake.assurance.workforce.leaving.rules import counted
from kittiwake.assurance.workforce.models import ExitInterview
from kittiwake.record.models import Worker
from kittiwake.ui.components import Status, SummaryRow, Task
from kittiwake.ui.dates import long_date
from kittiwake.ui.paging import Page

SHARED_AT_MOST = 20


@dataclass
class LeaversPage:
    page: Page[Worker]
    on: date

    columns = [{"text": "Why they leave"}, {"text": "People", "is_number": True}]

    @cached_property
    def fewest(self) -> int:
        return settings.fewest_leavers(self.on)

    @cached_property
    def held(self) -> list[ExitInterview]:
        """Of the year to this day, those the viewer may read."""
        return list(queries.exit_interviews(self.on - queries.YEAR))

    @cached_property
    def reasons(self) -> list[list[str]]:
        titles = dict(codes.WHY_LEAVE)
        return [
            [titles[reason.key], str(reason.many) if reason.many is not None else f"Fewer than {self.fewest}"]
            for reason in counted((interview.reasons for interview in self.held), fewest=self.fewest)
        ]

    @property
    def words(self) -> list[str]:
        """What would have kept them, of those who let it be shared; in the order of the words, which is nobody's."""
        shared = [
            interview.would_have_kept
            for interview in self.held
            if interview.may_share and interview.would_have_kept
        ]
        return sorted(shared)[:SHARED_AT_MOST] if len(shared) >= self.fewest else []

    @property
    def items(self) -> list[Task]:
        by_worker = {
            interview.worker_id: interview
            for interview in queries.exit_interviews().filter(worker__in=self.page.rows)
        }
        return [self._item(worker, by_worker.get(worker.pk)) for worker in self.page.rows]

    def _item(self, worker: Worker, held: ExitInterview | None) -> Task:
        hint = f"Until {long_date(worker.ends_on)}" if worker.ends_on else ""
        if held is None:
            href = reverse("workforce:hold_exit_interview", args=[worker.pk])
            return Task(worker.name, href, hint, Status("None recorded", "yellow"))
        return Task(worker.name, held.get_absolute_url(), hint, Status(f"Held on {long_date(held.held_on)}"))


def rows_of(interview: ExitInterview) -> list[SummaryRow]:
    share = "Yes, without their name" if interview.may_share else "No"
    rows = [
        ("Why they leave", "\n".join(interview.reasons_in_words)),
        ("In their own words", interview.words or "Nothing was written down"),
        ("What would have kept them", interview.would_have_kept or "Nothing was written down"),
        ("May be shared", share),
        ("Held", f"{long_date(interview.held_on)}, by {interview.held_by}"),
    ]
    return [SummaryRow(key, value) for key, value in rows]
