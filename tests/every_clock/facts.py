"""A child, and the facts that cause a clock: each is one verb, whoever carries it out and in whatever way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from kittiwake.assurance.allocation.changes import recording as allocation
from kittiwake.practice.direct_work.sessions import recording as work
from kittiwake.practice.duties import recording as duties
from kittiwake.practice.meetings import rules as meetings
from kittiwake.practice.meetings.tests.made import a_meeting, held, part_of
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.placements import recording as placements
from kittiwake.practice.placements.nearer_reviews import recording as nearer
from kittiwake.practice.plans.reviews import recording as reviews
from kittiwake.practice.plans.rules import IN_NEED
from kittiwake.practice.plans.tests.making import plan
from kittiwake.practice.risk.assessments import recording as assessing
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.practice.transitions import recording as transitions
from kittiwake.practice.transitions.advisers import recording as advisers
from kittiwake.practice.transitions.homes import recording as homes
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.tests.answering import quiet
from kittiwake.record.models import Allocation, Child
from kittiwake.time.moments import LONDON, Moment
from tests.cast import Cast

FACT = date(2025, 9, 1)  # a Monday
BORN = date(2012, 6, 1)
HERE = (meetings.CARE, meetings.POLICE, meetings.HEALTH, meetings.EDUCATION)


def noon(on: date) -> Moment:
    return Moment(datetime.combine(on, datetime.min.time(), LONDON).replace(hour=6))


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

    def placed(self, on: date = FACT, **facts: Any) -> Any:
        facts = {"host_code": "000", "carer": "A carer", **facts}
        return placements.place(self.child, starts_on=on, **facts, **self.by)

    def first_review_said(self, move: Any, on: date) -> None:
        placements.record_first_review(move, on=on, **self.by)

    def agreed_to_fewer(self, move: Any, on: date) -> None:
        placements.agree_fewer_visits(move, on=on, words="Twice is enough", **self.by)

    def looked_nearer(self, move: Any, on: date = FACT) -> None:
        nearer.review_nearer(move, held_on=on, decision="looking", why="x", **self.by)

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

    def planned_in_need(self, on: date) -> Any:
        return plan(self.cast, kind=IN_NEED, started_on=on, agreed_on=on, at=self.at)

    def plan_reviewed(self, made: Any, on: date = FACT) -> None:
        facts = {"participation": "PN1", "outcome": "goes_on", "words": "Well"}
        reviews.record_review(made, held_on=on, **facts, **self.by)

    def pathway(self, on: date = FACT) -> None:
        transitions.agree_pathway(self.child, agreed_on=on, aims="A home", took_part=True, **self.by)

    def lives(self, on: date = FACT) -> None:
        facts = {"kind": "supported", "is_suitable": True, "council_provides": True}
        homes.live_at(self.child, starts_on=on, **facts, **self.by)

    def contacted(self, how: str, on: date = FACT) -> None:
        facts = {"adviser_name": "A", "how": how, "activity": "education"}
        advisers.contact(self.child, contacted=noon(on), **facts, **self.by)

    def risk_opened(self, domain: str = "county_lines", on: date | None = None) -> None:
        facts = {"level": "significant", "why": "Seen", "since_on": on}
        risks.open_risk(self.child, domain=domain, **facts, **self.by)

    def assessed(self, judged: str) -> None:
        instrument, words = (
            library.latest("exploitation_risk"),
            dict.fromkeys(("child_view", "past", "analysis"), "x"),
        )
        facts = {"answers": quiet(instrument), "judged": judged, "why_different": "Worried"}
        assessing.assess(self.child, instrument=instrument, **facts, **words, **self.by)

    def missing(self, on: date = FACT) -> Any:
        return missing.report_missing(self.child, reported=noon(on), source="carer", **self.by)

    def returned(self, episode: Any, on: date = FACT) -> None:
        back = Moment(noon(on).at + timedelta(hours=2))
        missing.record_return(episode, returned=back, source="carer", **self.by)

    def came_alone(self) -> None:
        known = Child.objects.get(pk=self.child.pk)
        duties.change_child(known, version=known.version, unaccompanied=True, **self.by)

    def held_by_a_worker(self, on: date = FACT) -> None:
        """The first they have."""
        before = Allocation.objects.get(child=self.child, role=Allocation.LEAD, ends_on=None)
        facts = {"instead_of": before.pk, "reason": "first", "starts_on": on}
        team, worker = self.cast.north, self.cast.workers["worker"]
        allocation.change_worker(self.child, team=team, worker=worker, **facts, **self.by)

    def has_no_worker(self) -> None:
        """Their team alone has had them."""
        Allocation.objects.filter(child=self.child).update(worker=None)
