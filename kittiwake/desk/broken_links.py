"""The board: every broken link the viewer may see, by team. Composes what the areas declare; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.supervision.parts.recording import CHILD_PART
from kittiwake.assurance.workforce.visibility import of_those_answered_for
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.claims.models import Claim, EchoDecision
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard, working_days
from kittiwake.primitives.measures.catalogue import links
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See
from kittiwake.primitives.oversight.models import Review
from kittiwake.record.models import Allocation, Child, Membership, Worker
from kittiwake.time.moments import end_of, local_date

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
    rows = see(Review).waiting_for_manager().select_related("entry")
    for one in rows:
        entry, due_at = one.entry, limits.due(LOOKED_AT, one.asked_at).due_at
        yield Broken(
            entry.child_id, one.asked_at, entry.pk, entry.kind, due_at, about=entry.summary, row_id=one.pk
        )


def late_actions(see: See, at: datetime) -> Iterator[Broken]:
    """A direction of supervision is looked for by itself."""
    rows = see(Action).overdue(local_date(at)).exclude(entry__kind=CHILD_PART)
    for child_id, raised_at, entry_id, kind, due_on, what, pk in rows.values_list(
        "entry__child_id", "raised_at", "entry_id", "entry__kind", "due_on", "what", "pk"
    ):
        yield Broken(child_id, raised_at, entry_id, kind, end_of(due_on), what, pk)


def may_be_the_same(see: See, at: datetime) -> Iterator[Broken]:
    """For whoever sees both accounts."""
    rows = see(EchoDecision).asked().filter(other_claim__in=see(Claim)).select_related("claim__entry")
    for one in rows:
        claim, other = one.claim, str(one.other_claim_id)
        mend = Mend("Say whether it is", "claims:echo", Power.RECORD, "row", more=(other,))
        about = {"about": claim.as_said, "row_id": claim.pk, "mend": mend}
        yield Broken(claim.child_id, one.at, claim.entry_id, claim.entry.kind, **about)


LINKS: list[BrokenLink] = [
    BrokenLink(
        "claims.may_be_the_same",
        "Two accounts may speak of the same, and somebody asks",
        "Whoever may see only one of the two cannot say. Somebody who may see both does.",
        "Local; inspectors’ published findings on what is known in two places and joined in none",
        may_be_the_same,
    ),
    BrokenLink(
        "oversight.waiting",
        "Waiting for a manager",
        "Work put before a manager is accepted, questioned or sent back.",
        LOOKED_AT.source,
        waiting_for_manager,
        reads=(LOOKED_AT.key,),
        mends=(Mend("Look at it", "oversight:review", Power.OVERSEE, "row"),),
    ),
    BrokenLink(
        "actions.late",
        "Actions past their day",
        "What was agreed is done.",
        "Local",
        late_actions,
        mends=(Mend("Say what came of it", "actions:action", Power.RECORD_MEETINGS, "row"),),
    ),
]


@cache
def on_the_board() -> list[BrokenLink]:
    """Every link that may be broken, in the order a board shows them."""
    place = {area: number for number, area in enumerate(FIRST)}
    return sorted(links(), key=lambda link: place.get(link.key.partition(".")[0], len(FIRST)))


Found = tuple[BrokenLink, Broken]


@dataclass(frozen=True)
class Line:
    """One line of the board."""

    link: BrokenLink
    broken: Broken
    about: Child | Worker
    team: str
    worker: str  # the child's; none where it is about a worker

    @property
    def child(self) -> Child | None:
        return self.about if isinstance(self.about, Child) else None

    @property
    def name(self) -> str:
        return self.about.name

    @property
    def url(self) -> str:
        """Of whom it is about."""
        if isinstance(self.about, Child):
            return self.about.get_absolute_url()
        return reverse("workforce:worker", args=[self.about.pk])


def lines(
    viewer: Viewer, at: datetime, *, team: str | None = None, wanted: list[BrokenLink] | None = None
) -> list[Line]:
    """Every broken link, the most urgent first within its kind. A handful of queries, however many lines. `wanted`:
    only of these kinds.
    """
    order = on_the_board() if wanted is None else wanted
    found = [(link, broken) for link in order for broken in link.find(_seeing(link, viewer), at)]
    made = [*_of_children(viewer, found, at), *_of_workers(found, at)]
    shown = [line for line in made if team is None or line.team == team]
    return sorted(shown, key=lambda line: (order.index(line.link), line.broken.due_at or line.broken.since))


def _seeing(link: BrokenLink, viewer: Viewer) -> See:
    if not link.of_workers:
        return viewer.see
    return lambda model: of_those_answered_for(model, viewer.user)


def _of_children(viewer: Viewer, found: list[Found], at: datetime) -> Iterator[Line]:
    wanted = {broken.child_id for _, broken in found if broken.child_id is not None}
    children = viewer.children.prefetch_related("identifiers").in_bulk(wanted)
    holders = holders_of(wanted, at)
    for link, broken in found:
        if (child := children.get(broken.child_id or 0)) is not None:
            yield Line(link, broken, child, *holders.get(child.pk, (NO_TEAM, "")))


def _of_workers(found: list[Found], at: datetime) -> Iterator[Line]:
    wanted = {broken.worker_id for _, broken in found if broken.child_id is None}
    places = Membership.objects.on(local_date(at)).filter(worker__in=wanted).order_by("-manages", "-pk")
    teams = dict(places.values_list("worker_id", "team__name"))
    workers = Worker.objects.in_bulk([pk for pk in wanted if pk is not None])
    for link, broken in found:
        if broken.child_id is None and broken.worker_id in workers:
            yield Line(link, broken, workers[broken.worker_id], teams.get(broken.worker_id, NO_TEAM), "")


def holders_of(child_ids: set[int], at: datetime) -> dict[int, tuple[str, str]]:
    """(team, worker) who hold each child today."""
    held: Any = Allocation.objects.on(local_date(at)).filter(child_id__in=child_ids, role=Allocation.LEAD)
    rows = held.values_list("child_id", "team__name", "worker__name")
    return {child_id: (team, worker or "") for child_id, team, worker in rows}
