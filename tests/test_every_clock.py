"""Every clock starts with the fact that causes its duty: on the day or a year late, whoever records it.

The walks are by standard; a standard whose clocks are worked out from the facts and that has no walk here fails.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.practice.direct_work import recording as work
from kittiwake.practice.duties import recording as duties
from kittiwake.practice.duties import rules as owed
from kittiwake.practice.meetings import rules as meetings
from kittiwake.practice.meetings.tests.made import a_meeting, held, part_of
from kittiwake.practice.placements import recording as placements
from kittiwake.practice.placements import recording_of_nearer as nearer
from kittiwake.practice.plans import recording_of_reviews as reviews
from kittiwake.practice.plans.rules import IN_NEED
from kittiwake.practice.plans.tests.making import plan
from kittiwake.practice.risk import recording as risks
from kittiwake.practice.transitions import recording as transitions
from kittiwake.practice.transitions import recording_of_advisers as advisers
from kittiwake.primitives.clocks.duties import governed
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.clocks.recording_of_duties import settle
from kittiwake.record.models import Child
from kittiwake.ui.dates import LONDON, Moment, local_date
from tests.cast import NOW, Cast

FACT = date(2025, 9, 1)  # a Monday
BORN = date(2012, 6, 1)
HERE = (meetings.CARE, meetings.POLICE, meetings.HEALTH, meetings.EDUCATION)


@dataclass
class World:
    """One child, recorded about at a moment: on the day of the fact, or a year and more after it."""

    cast: Cast
    at: datetime
    child: Child = field(init=False)

    def __post_init__(self) -> None:
        self.child = self.cast.ash
        self.born(BORN)

    @property
    def by(self) -> dict[str, Any]:
        return {"by": self.cast.system, "at": self.at}

    def born(self, on: date) -> None:
        Child.objects.filter(pk=self.child.pk).update(born_on=on, birth_is="known")
        self.child.refresh_from_db()

    def track(self, kind: str, on: date = FACT) -> None:
        duties.start_track(self.child, kind=kind, starts_on=on, **self.by)

    def placed(self, on: date = FACT, **facts: Any):  # type: ignore[no-untyped-def]
        return placements.place(
            self.child, starts_on=on, **{"host_code": "000", "carer": "A carer", **facts}, **self.by
        )

    def visited(self, kind: str, on: date = FACT) -> None:
        work.hold(self.child, held=noon(on), kind=kind, seen=True, worker_name="W", **self.by)

    def met(self, kind: str, on: date = FACT) -> None:
        at = noon(on).at
        meeting = held(
            self.cast, a_meeting(self.cast, kind=kind, asked=at - timedelta(hours=6)), came=HERE, at=at
        )
        part_of(meeting, self.child)
        settle(self.child, self.at)

    def done(self, kind: str, on: date = FACT) -> None:
        duties.say_done(self.child, kind=kind, done=noon(on), **self.by)

    def lives(self, on: date = FACT) -> None:
        advisers.live_at(
            self.child, starts_on=on, kind="supported", is_suitable=True, council_provides=True, **self.by
        )

    def contacted(self, how: str, on: date = FACT) -> None:
        advisers.contact(
            self.child, contacted=noon(on), adviser_name="A", how=how, activity="education", **self.by
        )


def noon(on: date) -> Moment:
    return Moment(datetime.combine(on, datetime.min.time(), LONDON).replace(hour=6))


def grown(world: World) -> None:
    world.born(date(2008, 9, 1))


def leaving(world: World) -> None:
    grown(world)
    world.track("in_care", date(2024, 1, 8))


def arranged(way: str) -> Callable[[World], None]:
    def walk(world: World) -> None:
        world.track("in_care", date(2023, 9, 1))
        world.placed(date(2023, 9, 1), arrangement=way)
        world.visited("visit_in_care")

    return walk


def agreed_to_fewer(world: World) -> None:
    world.track("in_care", date(2023, 9, 1))
    move = world.placed(date(2023, 9, 1), arrangement="long_term")
    placements.agree_fewer_visits(move, on=date(2025, 8, 1), words="Twice is enough", **world.by)
    world.visited("visit_in_care")


def connected(world: World) -> None:
    world.track("in_care", date(2025, 8, 1))
    move = world.placed(date(2025, 8, 1), arrangement="temporary_connected")
    placements.record_first_review(move, on=date(2025, 8, 20), **world.by)
    world.visited("visit_in_care")


def protected_and_reviewed(world: World) -> None:
    world.track("child_protection", date(2025, 7, 1))
    world.met(meetings.REVIEW)


def reviewed(world: World, *days: date) -> None:
    world.track("in_care", date(2025, 6, 2))
    for day in days:
        world.met(meetings.IN_CARE, day)


def in_need_reviewed(world: World) -> None:
    made = plan(
        world.cast, kind=IN_NEED, started_on=date(2025, 7, 1), agreed_on=date(2025, 7, 1), at=world.at
    )
    reviews.record_review(
        made, held_on=FACT, participation="PN1", outcome="goes_on", words="Well", **world.by
    )


def pathway(world: World, on: date = FACT) -> None:
    grown(world)
    transitions.agree_pathway(world.child, agreed_on=on, aims="A home", took_part=True, **world.by)


def exploited(world: World) -> None:
    world.born(date(2008, 9, 1))  # 17 on the day of the fact
    risks.open_risk(
        world.child, domain="county_lines", level="significant", why="Seen", by=world.cast.system, at=world.at
    )


def secure(world: World, *kinds: str) -> None:
    for kind in kinds:
        world.done(kind)


def visited_twice(world: World) -> None:
    grown(world)
    world.lives(date(2025, 8, 4))
    world.contacted("visit", date(2025, 8, 6))
    world.contacted("visit")


def looked_nearer(world: World) -> None:
    move = world.placed(date(2025, 6, 2), host_code="002")
    nearer.review_nearer(move, held_on=FACT, decision="looking", why="x", **world.by)


# By key: what happened on FACT, and the day the clock is due that counts from it.
WALKS: dict[str, tuple[Callable[[World], Any], str]] = {
    "meetings.first_in_care_review": (lambda w: w.track("in_care"), "2025-09-29"),
    "meetings.second_in_care_review": (lambda w: reviewed(w, FACT), "2025-12-01"),
    "meetings.later_in_care_review": (lambda w: reviewed(w, date(2025, 6, 9), FACT), "2026-03-01"),
    "meetings.first_core_group": (lambda w: w.track("child_protection"), "2025-09-15"),
    "meetings.next_core_group": (
        lambda w: (w.track("child_protection", date(2025, 8, 26)), w.met(meetings.CORE_GROUP)),
        "2025-10-13",
    ),
    "meetings.first_review_conference": (lambda w: w.track("child_protection"), "2025-12-01"),
    "meetings.later_review_conference": (protected_and_reviewed, "2026-03-01"),
    "placements.first_visit": (lambda w: (w.track("in_care"), w.placed()), "2025-09-08"),
    "placements.placement_plan": (lambda w: w.placed(), "2025-09-08"),
    "placements.notice": (lambda w: w.placed(host_code="001", is_emergency=True), "2025-09-08"),
    "placements.nearer": (looked_nearer, "2025-12-01"),
    "direct_work.visit_weekly": (
        lambda w: (w.track("in_care", date(2025, 8, 28)), w.placed(date(2025, 8, 28), arrangement="parents_unassessed"), w.visited("visit_in_care")),
        "2025-09-08",
    ),
    "direct_work.visit_four_weekly": (connected, "2025-09-29"),
    "direct_work.visit_six_weekly": (arranged("standard"), "2025-10-13"),
    "direct_work.visit_three_monthly": (arranged("long_term"), "2025-12-01"),
    "direct_work.visit_six_monthly": (agreed_to_fewer, "2026-03-01"),
    "direct_work.visit_protection": (lambda w: w.track("child_protection"), "2025-09-15"),
    "direct_work.visit_in_need": (lambda w: w.track("child_in_need"), "2025-09-29"),
    "plans.care_plan": (lambda w: w.track("in_care"), "2025-09-15"),
    "plans.first_in_need_review": (lambda w: w.track("child_in_need"), "2025-12-01"),
    "plans.in_need_review": (in_need_reviewed, "2026-03-01"),
    "transitions.needs_assessment": (
        lambda w: (w.born(date(2009, 9, 1)), w.track("in_care", date(2024, 1, 8))), "2025-12-01",
    ),
    "transitions.pathway_plan": (
        lambda w: (w.born(date(2009, 9, 1)), w.track("in_care", date(2024, 1, 8))), "2025-12-01",
    ),
    "transitions.pathway_review": (pathway, "2026-03-01"),
    "transitions.review_after_move": (lambda w: (grown(w), w.lives()), "2025-09-29"),
    "transitions.first_visit_home": (lambda w: (grown(w), w.lives()), "2025-09-08"),
    "transitions.visit_before_review": (lambda w: (grown(w), w.lives()), "2025-09-29"),
    "transitions.visit_home": (visited_twice, "2025-11-01"),
    "transitions.contact": (lambda w: (grown(w), w.track("care_leaver")), "2025-10-27"),
    "transitions.adult_services_asked": (exploited, "2026-03-01"),
    "duties.first_health_assessment": (lambda w: w.track("in_care"), "2025-09-29"),
    "duties.health_assessment": (
        lambda w: (w.track("in_care", date(2025, 8, 28)), w.done(owed.HEALTH)), "2026-09-01",
    ),
    "duties.health_assessment_under_five": (
        lambda w: (w.born(date(2022, 1, 3)), w.track("in_care", date(2025, 8, 28)), w.done(owed.HEALTH)),
        "2026-03-01",
    ),
    "duties.education_plan": (lambda w: w.track("in_care"), "2025-09-15"),
    "duties.education_plan_review": (
        lambda w: (w.track("in_care", date(2025, 8, 28)), w.done(owed.EDUCATION)), "2026-01-01",
    ),
    "duties.reviewing_officer": (lambda w: w.track("in_care"), "2025-09-08"),
    "duties.secure_without_order": (lambda w: secure(w, owed.SECURE_BEGUN), "2025-09-04"),
    "duties.first_secure_review": (lambda w: secure(w, owed.SECURE_ORDERED), "2025-10-01"),
    "duties.secure_review": (
        lambda w: (w.done(owed.SECURE_ORDERED, date(2025, 8, 11)), w.done(owed.SECURE_REVIEWED)), "2025-12-01",
    ),
}  # fmt: skip
ON_THE_DAY, A_YEAR_LATE = noon(FACT).at + timedelta(hours=12), NOW


def test_every_clock_that_facts_ask_for_is_walked() -> None:
    assert set(WALKS) == set(governed())


@pytest.mark.django_db
@pytest.mark.parametrize("at", [ON_THE_DAY, A_YEAR_LATE], ids=["on_the_day", "a_year_late"])
@pytest.mark.parametrize("key", sorted(WALKS))
def test_the_fact_alone_starts_its_clock_whenever_it_is_recorded(cast: Cast, key: str, at: datetime) -> None:
    walk, due_on = WALKS[key]
    if key == "transitions.adult_services_asked" and at == A_YEAR_LATE:
        due_on = "2027-05-23"  # the risk is known from the day it is recorded, so from then on
    with acting_as_system():
        walk(World(cast, at))
        found = Clock.objects.filter(entry__child=cast.ash, key=key, cancelled_at=None)
        assert due_on in {local_date(one.due_at).isoformat() for one in found}
