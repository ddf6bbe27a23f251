"""The same world with restricted children in it and without them: made once, and taken away without a trace.

They are somebody's work: a worker's children, missing and back, at risk, planned for, audited, named in what others said.
Taken away means withdrawn: nobody's any longer from the first day, with nothing standing on their chronology.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import F

from kittiwake.access.identity import acting_as_system
from kittiwake.access.models import Grant
from kittiwake.primitives.claims.models import Claim
from kittiwake.primitives.drafts.models import Draft
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Child, Entry, Team, Track, Worker
from tests.matrix.pages import Made, declarations
from tests.matrix.walking import undone
from tests.matrix.world import LONG_AGO, NAME, World

FIRST = 15  # where their numbers begin, clear of the relations’
THEIR_WORKER = "worker"


@contextmanager
def hidden_children(world: World, many: int) -> Iterator[list[Child]]:
    with undone(), acting_as_system():
        made = [_hidden(world, FIRST + place) for place in range(many)]
        yield [hidden.child for hidden in made]


def _hidden(world: World, place: int) -> Made:
    token, home = f"Quartz{place:02}", Team.objects.get(name="Home team")
    facts = {"forenames": f"{token}{NAME}", "surname": "Matrix", "identifiers_": {"council": f"M{place}"}}
    system = world.made["same team"].by
    child = record.add_child(born_on=world.made["same team"].child.born_on, by=system, at=world.now, **facts)
    record.allocate(child, team=home, worker=None, starts_on=LONG_AGO, by=system, at=world.now)
    made = Made(child, token=token, team=home, people=world.people, by=system, at=world.now)
    for _, area in declarations():
        getattr(area, "make", lambda made: None)(made)
    _give(child, world.people[THEIR_WORKER].worker, home)
    # Each says what a child who is seen also says: it would be an echo.
    seen = (
        Claim.objects.filter(child=world.made["same team"].child)
        .values("kind", "wording", "match_key")
        .first()
    )
    if seen:
        Claim.objects.filter(child=child, kind=seen["kind"]).update(match_key=seen["match_key"])
    Child.objects.filter(pk=child.pk).update(restricted=True, restricted_reason="x")
    return made


def _give(child: Child, worker: Worker, team: Team) -> None:
    held = Allocation.objects.get(child=child, role=Allocation.LEAD, ends_on=None)
    Allocation.objects.filter(pk=held.pk).update(worker=worker, team=team, is_cover=False)


@contextmanager
def taken_away(children: list[Child]) -> Iterator[None]:
    with undone():
        with acting_as_system() as system:
            for model in (Allocation, Track):
                model.objects.filter(child__in=children).update(
                    starts_on=LONG_AGO, ends_on=LONG_AGO, **_role(model)
                )
            Grant.objects.filter(child__in=children).update(ends_at=F("starts_at"))
            Draft.objects.filter(child__in=children).delete()
            at = Child.objects.get(pk=children[0].pk).recorded_at
            struck = {"struck_out_at": at, "struck_out_by": system, "struck_out_reason": "x"}
            Entry.objects.filter(child__in=children).update(**struck)
            Child.objects.filter(pk__in=[child.pk for child in children]).update(withdrawn_at=at)
        yield


def _role(model: type) -> dict[str, str]:
    """Stretches of nothing overlap nothing, whatever their role."""
    return {"role": "other"} if model is Allocation else {}
