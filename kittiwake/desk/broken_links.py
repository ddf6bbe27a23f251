"""The board: every broken link the viewer may see, by team. Composes what the areas declare; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.urls import NoReverseMatch, reverse

from kittiwake.assurance.supervision.recording import CHILD_PART
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard, end_of, working_days
from kittiwake.primitives.measures.catalogue import links
from kittiwake.primitives.measures.links import Broken, BrokenLink, See
from kittiwake.primitives.oversight.models import Review
from kittiwake.record.models import Allocation, Child
from kittiwake.ui.dates import local_date

NO_TEAM = "No team"
# A board begins with the child who is missing or has come back; areas not named here follow in their own order.
FIRST = ["missing", "return_interviews", "meetings", "risk", "plans", "disruption", "replies", "direct_work"]


LOOKED_AT = Standard(
    key="oversight.looked_at",
    title="A manager looks at what was put before them",
    within=working_days(5),
    source="Local: within 5 working days, so that what a child said is acted on while it matters",
    local=True,
)


def waiting_for_manager(see: See, at: datetime) -> Iterator[Broken]:
    rows = see(Review).waiting_for_manager()  # type: ignore[attr-defined]
    for child_id, asked_at, entry_id, kind in rows.values_list(
        "entry__child_id", "asked_at", "entry_id", "entry__kind"
    ):
        yield Broken(child_id, asked_at, entry_id, kind, limits.due(LOOKED_AT, asked_at).due_at)


def late_actions(see: See, at: datetime) -> Iterator[Broken]:
    """A direction of supervision is looked for by itself."""
    rows = see(Action).overdue(local_date(at)).exclude(entry__kind=CHILD_PART)  # type: ignore[attr-defined]
    for child_id, raised_at, entry_id, kind, due_on in rows.values_list(
        "entry__child_id", "raised_at", "entry_id", "entry__kind", "due_on"
    ):
        yield Broken(child_id, raised_at, entry_id, kind, end_of(due_on))


LINKS: list[BrokenLink] = [
    BrokenLink(
        "oversight.waiting",
        "Waiting for a manager",
        "Work put before a manager is accepted, questioned or sent back.",
        LOOKED_AT.source,
        waiting_for_manager,
        reads=(LOOKED_AT.key,),
    ),
    BrokenLink("actions.late", "Actions past their day", "What was agreed is done.", "Local", late_actions),
]


@cache
def on_the_board() -> list[BrokenLink]:
    """Every link that may be broken, in the order a board shows them."""
    place = {area: number for number, area in enumerate(FIRST)}
    return sorted(links(), key=lambda link: place.get(link.key.partition(".")[0], len(FIRST)))


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
    found = [(link, broken) for link in on_the_board() for broken in link.find(see, at)]
    wanted = {broken.child_id for _, broken in found}
    children = see(Child).prefetch_related("identifiers").in_bulk(wanted)
    holders = holders_of(wanted, at)
    made = [
        Line(link, broken, children[broken.child_id], *holders.get(broken.child_id, (NO_TEAM, "")))
        for link, broken in found
        if broken.child_id in children
    ]
    shown = [line for line in made if team is None or line.team == team]
    order = on_the_board()
    return sorted(shown, key=lambda line: (order.index(line.link), line.broken.due_at or line.broken.since))


def holders_of(child_ids: set[int], at: datetime) -> dict[int, tuple[str, str]]:
    """(team, worker) who hold each child today."""
    held: Any = Allocation.objects.on(local_date(at)).filter(child_id__in=child_ids, role=Allocation.LEAD)
    rows = held.values_list("child_id", "team__name", "worker__name")
    return {child_id: (team, worker or "") for child_id, team, worker in rows}
