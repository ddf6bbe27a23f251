"""The board: every broken link the viewer may see, by team. Composes what the areas declare; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import NoReverseMatch, reverse

from kittiwake.assurance.audits.broken_links import LINKS as AUDITS
from kittiwake.practice.direct_work.broken_links import LINKS as DIRECT_WORK
from kittiwake.practice.disruption.broken_links import LINKS as DISRUPTION
from kittiwake.practice.meetings.broken_links import LINKS as MEETINGS
from kittiwake.practice.missing.broken_links import LINKS as MISSING
from kittiwake.practice.placements.broken_links import LINKS as PLACEMENTS
from kittiwake.practice.plans.broken_links import LINKS as PLANS
from kittiwake.practice.replies.broken_links import LINKS as REPLIES
from kittiwake.practice.return_interviews.broken_links import LINKS as RETURN_INTERVIEWS
from kittiwake.practice.risk.broken_links import LINKS as RISK
from kittiwake.practice.transitions.broken_links import LINKS as TRANSITIONS
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks.rules import start_of
from kittiwake.primitives.measures.links import Broken, BrokenLink, See
from kittiwake.primitives.oversight.models import Review
from kittiwake.record.models import Allocation, Child
from kittiwake.ui.dates import local_date

NO_TEAM = "No team"


def without_worker(see: See, at: datetime) -> Iterator[Broken]:
    """Children a team holds, or who have an open entry, without a named lead worker today."""
    today = local_date(at)
    lead = Allocation.objects.on(today).filter(
        child=OuterRef("pk"), role=Allocation.LEAD, worker__isnull=False
    )
    held = Allocation.objects.on(today).filter(
        child=OuterRef("pk"), role=Allocation.LEAD, worker__isnull=True
    )
    rows = see(Child).filter(Exists(held), ~Exists(lead), withdrawn_at=None)
    since = held.values("starts_on")[:1]
    for pk, starts_on in rows.annotate(unheld_since=since).values_list("pk", "unheld_since"):
        yield Broken(pk, start_of(starts_on))


def waiting_for_manager(see: See, at: datetime) -> Iterator[Broken]:
    rows = see(Review).waiting_for_manager()  # type: ignore[attr-defined]
    return (
        Broken(*row) for row in rows.values_list("entry__child_id", "asked_at", "entry_id", "entry__kind")
    )


def late_actions(see: See, at: datetime) -> Iterator[Broken]:
    rows = see(Action).overdue(local_date(at))  # type: ignore[attr-defined]
    for child_id, raised_at, entry_id, kind, due_on in rows.values_list(
        "entry__child_id", "raised_at", "entry_id", "entry__kind", "due_on"
    ):
        yield Broken(child_id, raised_at, entry_id, kind, start_of(due_on + timedelta(days=1)))


LINKS: list[BrokenLink] = [
    *MISSING,
    *RETURN_INTERVIEWS,
    *MEETINGS,
    *RISK,
    *PLANS,
    *DISRUPTION,
    *REPLIES,
    *DIRECT_WORK,
    *PLACEMENTS,
    *TRANSITIONS,
    *AUDITS,
    BrokenLink(
        "oversight.waiting",
        "Waiting for a manager",
        "Work put before a manager is accepted, questioned or sent back.",
        "Local",
        waiting_for_manager,
    ),
    BrokenLink(
        "record.without_worker",
        "A child without a worker",
        "Every child has a named worker at every moment.",
        "Local; inspectors’ published findings on unallocated children",
        without_worker,
    ),
    BrokenLink("actions.late", "Actions past their day", "What was agreed is done.", "Local", late_actions),
]


@dataclass(frozen=True)
class Line:
    """One line of the board."""

    link: BrokenLink
    broken: Broken
    child: Child
    team: str
    worker: str

    @property
    def href(self) -> str:
        if self.broken.entry_id is None:
            return self.child.get_absolute_url()
        try:
            return reverse(self.broken.kind.replace(".", ":"), args=[self.broken.entry_id])
        except NoReverseMatch:
            return self.child.get_absolute_url()


def lines(see: See, at: datetime, *, team: str | None = None) -> list[Line]:
    """Every broken link, the most urgent first within its kind. A handful of queries, however many lines."""
    found = [(link, broken) for link in LINKS for broken in link.find(see, at)]
    wanted = {broken.child_id for _, broken in found}
    children = see(Child).prefetch_related("identifiers").in_bulk(wanted)
    holders = holders_of(wanted, at)
    made = [
        Line(link, broken, children[broken.child_id], *holders.get(broken.child_id, (NO_TEAM, "")))
        for link, broken in found
        if broken.child_id in children
    ]
    shown = [line for line in made if team is None or line.team == team]
    return sorted(shown, key=lambda line: (LINKS.index(line.link), line.broken.due_at or line.broken.since))


def holders_of(child_ids: set[int], at: datetime) -> dict[int, tuple[str, str]]:
    """(team, worker) who hold each child today."""
    held: Any = Allocation.objects.on(local_date(at)).filter(child_id__in=child_ids, role=Allocation.LEAD)
    rows = held.values_list("child_id", "team__name", "worker__name")
    return {child_id: (team, worker or "") for child_id, team, worker in rows}
