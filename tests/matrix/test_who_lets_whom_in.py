"""Who can see a child afterwards: every act that decides it, by every role in every relation, looked at later.

Three rules. Nobody's own sight grows by their own hand, unless it is their child and the work is given out. Whoever passes through (by an invitation, for a duty, or because
they broke in) brings in nobody else by hand, and shuts out nobody but themselves. One person alone lifts no restriction.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils.timezone import now

from kittiwake.access import footing
from kittiwake.access import recording as access
from kittiwake.access.identity import acting_as_system
from kittiwake.access.models import Grant, Lifting
from kittiwake.access.tests.reference import Reference
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from tests.matrix.acts import ACTS
from tests.matrix.walking import undone
from tests.matrix.world import RELATIONS, World, one_of_each_role

# When a night's opening is over, after an invitation for a day, and when all that has an end has ended.
MOMENTS = [timedelta(0), timedelta(hours=5), timedelta(days=20), timedelta(days=290), timedelta(days=4000)]
# A duty has a cause that an area knows, and whoever records it may themselves be let in for one.
FOR_A_DUTY = {"asks an auditor", "asks a moderator", "lets in as duty"}
# Who has a child, audits or covers is decided by those whose child it is, and they may choose themselves.
GIVES_OUT_WORK = {"allocates", "names a cover", "asks an auditor", "asks a moderator", "lets in as duty"}
Sight = dict[str, int]
# One of each reach and each set of rights about access; everybody where the whole matrix is asked for.
DRAWN = ["worker", "interviewer", "manager", "service_manager", "chair", "principal", "director", "partner"]
WHO = one_of_each_role() if os.environ.get("KITTIWAKE_MATRIX") == "whole" else DRAWN
BEFORE: dict[str, Sight] = {}


@pytest.fixture(autouse=True)
def _as_kittiwake_itself(world: World) -> Iterator[None]:
    """What is compared is compared whole; requests and recording functions are somebody's own."""
    with acting_as_system():
        yield


def sight_of(world: World, child: Child) -> Sight:
    """{who: at how many of the moments they see the child, or an entry they were let in to}"""
    seen = dict.fromkeys(world.people, 0)
    child = Child.objects.get(pk=child.pk)
    today = now()
    reference = Reference(today, local_date(today), child)
    for after in MOMENTS:
        reference.look_at(today + after, local_date(today + after))
        to_one = {grant.user_id for grant in reference.standing if grant.kind == Grant.TO_ONE}
        for name, person in world.people.items():
            seen[name] += reference.sees(person, child) or person.pk in to_one
    return seen


def wrongs(world: World, act: str, who: str, relation: str, target: str) -> Iterator[str]:
    made, person = world.made[relation], world.people[who]
    where = f"{who} {act} ({relation}), for {target}"
    if relation not in BEFORE:
        BEFORE[relation] = sight_of(world, made.child)
    before = BEFORE[relation]
    reference = Reference(world.now, local_date(world.now), made.child)
    lasts, was_restricted = reference.lasts(person, made.child), made.child.restricted
    with undone():
        ACTS[act](world, who, made, world.people[target])
        after, kept = sight_of(world, made.child), Child.objects.get(pk=made.child.pk)
    by_right = lasts and act in GIVES_OUT_WORK
    if after[who] > before[who] and not by_right and not _keeps_by_restricting(act, before[who]):
        yield f"{where}: sees the child for longer, by their own hand"
    if not lasts and act not in FOR_A_DUTY:
        yield from (
            f"{where}: {person} sees the child now" for person in before if after[person] > before[person]
        )
    if not lasts:
        shut = [person for person in before if after[person] < before[person] and person != who]
        yield from (f"{where}: {person} does not see the child any longer" for person in shut)
        if kept.restricted != was_restricted:
            yield f"{where}: the restriction changed"
    if was_restricted and not kept.restricted:
        yield f"{where}: one person alone lifted the restriction"


def _keeps_by_restricting(act: str, moments: int) -> bool:
    """A team's manager who restricts stays named, where their team saw the child."""
    return act.startswith("restricts") and moments == len(MOMENTS)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("act", ACTS)
def test_nobody_sees_more_by_their_own_hand(world: World, act: str, who: str) -> None:
    other = "chair" if who != "chair" else "principal"
    partner = "partner" if who != "partner" else "chair"
    targets = {who, partner if "partner" in act or "meeting" in act else other}
    wrong = [
        problem
        for relation in RELATIONS
        for target in sorted(targets)
        for problem in wrongs(world, act, who, relation, target)
    ]
    assert not wrong, "\n".join(["", *wrong])


def test_something_is_let_in_by_those_who_may(world: World) -> None:
    """Or the test above would pass by being refused everywhere."""
    tried = {"invites": ("worker", "same team"), "restricts": ("manager", "same team")}
    tried |= {"allocates": ("manager", "same team"), "lets in as invited": ("worker", "same team")}
    tried |= {"ends": ("manager", "restricted, named"), "asks an auditor": ("principal", "other team")}
    for act, (who, relation) in tried.items():
        made = world.made[relation]
        target = "service_manager" if act == "ends" else "chair"
        before = sight_of(world, made.child)
        with undone():
            ACTS[act](world, who, made, world.people[target])
            assert sight_of(world, made.child) != before, act


def test_two_lift_what_one_cannot(world: World) -> None:
    made = world.made["restricted, named"]
    first, second = world.people["manager"], world.people["service_manager"]
    with undone():
        lifting = access.ask_to_lift(made.child, reason="x", by=first, at=world.now)
        with pytest.raises(Refused, match="Somebody else has to agree"):
            access.answer_lifting(lifting, agreed=True, by=first, at=world.now)
        assert Child.objects.get(pk=made.child.pk).restricted
        access.answer_lifting(Lifting.objects.get(pk=lifting.pk), agreed=True, by=second, at=world.now)
        assert not Child.objects.get(pk=made.child.pk).restricted
        assert not Grant.objects.standing(world.now).filter(child=made.child, kind=Grant.NAMED).exists()


def test_the_rule_of_footing_agrees_with_a_slow_reading_of_the_rows(world: World) -> None:
    for relation, made in world.made.items():
        reference = Reference(world.now, local_date(world.now), made.child)
        for who, person in world.people.items():
            said = (footing.lasts(made.child, person), footing.holds(made.child, person))
            slow = (reference.lasts(person, made.child), reference.holds(person, made.child))
            assert said == slow, (relation, who)
