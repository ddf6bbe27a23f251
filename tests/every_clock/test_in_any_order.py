"""The order of recording does not matter: facts in any order, some of them wrong and undone, give the same clocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kittiwake.access.identity import acting_as_system
from kittiwake.practice.direct_work.sessions import recording as work
from kittiwake.practice.duties import recording as duties
from kittiwake.practice.meetings import recording as meeting
from kittiwake.practice.meetings import rules as meetings
from kittiwake.practice.meetings.tests.made import a_meeting, held, part_of
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.transitions import recording as transitions
from kittiwake.primitives.clocks.duties.recording import NOT_ASKED
from kittiwake.primitives.clocks.models import Clock
from tests.cast import NOW, Cast
from tests.every_clock.facts import World, noon

START = date(2026, 1, 5)
Fact = Callable[[World], Any]


def day(number: int) -> date:
    return START + timedelta(days=number)


def visit(number: int, kind: str = "visit_in_care", **more: Any) -> Fact:
    def fact(world: World) -> Any:
        facts = {"seen": True, "worker_name": "W", "kind": kind, **more}
        return work.hold(world.child, held=noon(day(number)), **facts, **world.by)

    return fact


def review(number: int, kind: str = meetings.IN_CARE) -> Fact:
    def fact(world: World) -> Any:
        at = noon(day(number)).at
        asked = a_meeting(world.cast, kind=kind, asked=at - timedelta(hours=6))
        return part_of(held(world.cast, asked, at=at), world.child)

    return fact


def absence(world: World, number: int) -> Any:
    """From one day to the next."""
    moments = {"reported": noon(day(number)), "returned": noon(day(number + 1))}
    return missing.report_past(world.child, source="carer", **moments, **world.by)


FACTS: list[Fact] = [
    lambda world: world.track("in_care", day(0)),
    lambda world: world.track("child_protection", day(30)),
    lambda world: world.placed(day(0), ends_on=day(90)),
    lambda world: world.placed(day(90), host_code="002", kind="K2", arrangement="long_term"),
    visit(4),
    visit(50),
    visit(95),
    visit(60, place="online"),
    visit(41, "visit_protection"),
    visit(62, "visit_protection"),
    review(20),
    review(110),
    review(39, meetings.CORE_GROUP),
    review(118, meetings.REVIEW),
    lambda world: world.done("health_assessment", day(15)),
    lambda world: world.done("placement_plan", day(2)),
    lambda world: transitions.agree_pathway(
        world.child, agreed_on=day(100), aims="A home", took_part=True, **world.by
    ),
    lambda world: absence(world, 97),
    lambda world: world.came_alone(),
    lambda world: world.held_by_a_worker(day(93)),
]
WRONG: list[tuple[Fact, Callable[..., Any]]] = [
    (visit(20), work.strike_out),
    (review(70), meeting.strike_out),
    (lambda world: duties.say_done(world.child, kind="education_plan", done=noon(day(8)), **world.by), duties.strike_out),
    (visit(130, "visit_protection"), work.strike_out),
    (lambda world: absence(world, 120), missing.strike_out),
]  # fmt: skip


def clocks(world: World) -> list[tuple[Any, ...]]:
    """What stands, whatever line it hangs on."""
    of_child = Clock.objects.filter(entry__child=world.child, entry__struck_out_at=None)
    rows = of_child.exclude(cancelled_reason=NOT_ASKED).values_list(
        "key", "started_at", "due_at", "stopped_at", "cancelled_at", "cancelled_reason"
    )
    return sorted(rows, key=str)


def recorded(world: World, order: Sequence[int], undone: Sequence[int]) -> list[tuple[Any, ...]]:
    """Facts in that order; each wrong one after so many of them, and struck out at the end."""
    made = []
    with transaction.atomic():
        for place, number in enumerate(order):
            FACTS[number](world)
            made += [(WRONG[which], WRONG[which][0](world)) for which, at in enumerate(undone) if at == place]
        for (_, strike_out), entry in made:
            strike_out(entry, reason="Another child", **world.by)
        running = clocks(world)
        transaction.set_rollback(True)
    return running


@pytest.mark.django_db
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    order=st.permutations(range(len(FACTS))),
    undone=st.tuples(*[st.integers(0, len(FACTS) - 1) for _ in WRONG]),
)
def test_facts_in_any_order_and_undone_give_the_same_clocks(
    cast: Cast, order: list[int], undone: tuple[int, ...]
) -> None:
    with acting_as_system():
        world = World(cast, NOW)
        world.born(date(2009, 3, 2))
        world.has_no_worker()
        expected = recorded(world, range(len(FACTS)), ())
        assert len(expected) > 25
        assert recorded(world, order, undone) == expected
