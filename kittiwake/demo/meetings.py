"""Meetings of the made-up council: strategy discussions after a rise in risk, conferences, panels, reviews of children
in care. Some teams bring everybody and hold them in time; others do not.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Unpack

from kittiwake.demo.people import TEAMS, Council
from kittiwake.practice.meetings import recording, rules
from kittiwake.practice.meetings.facts import HeldFacts, PartFacts
from kittiwake.practice.meetings.models import Meeting, Part
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.actions import recording as actions
from kittiwake.record.models import Child, Entry, Track
from kittiwake.time.moments import Moment, local_date

# Names are made up, as is every agency.
PEOPLE = {
    rules.CARE: "Team manager on duty",
    rules.POLICE: "Detective of the child protection unit",
    rules.HEALTH: "Safeguarding nurse",
    rules.EDUCATION: "Designated safeguarding lead",
    "placement": "The home’s manager",
    "youth_justice": "Youth justice worker",
}
WHY = [
    "Away overnight with adults nobody knows",
    "Seen with money and a second phone",
    "Hurt, and will not say by whom",
]
DECISIONS = [
    ("Speak to {name} alone before the end of tomorrow", "Nobody has asked them what happened"),
    ("Ask the school to ring the moment {name} leaves", "They go from school at lunch"),
    ("Map who {name} has been seen with", "Two other children name the same car"),
]
WORDS = [
    "I want people to stop talking about me like I am not there.",
    "I just want to sleep at my nan’s.",
    "",
]
DEFAULT = (0.7, 0.6)
DAY = timedelta(days=1)


def make_meetings(council: Council, team: str, children: list[Child], at: datetime) -> None:
    """A strategy discussion for most risks judged significant; looked-after reviews for some of those in care."""
    high = PresentingRisk.objects.standing().filter(level="significant", child__in=children)
    for risk in high.select_related("entry__child").order_by("pk"):
        if council.chance.often(0.7):
            _strategy(council, risk.entry, TEAMS.get(team, DEFAULT), at)
    in_care = Track.objects.filter(kind="in_care", ends_on=None, child__in=children).select_related("child")
    for track in in_care.order_by("pk")[::3]:
        _review(council, track.child, at)


def _strategy(council: Council, cause: Entry, strength: tuple[float, float], at: datetime) -> None:
    in_time, brings_everybody = strength
    chance = council.chance
    asked = cause.happened_at + timedelta(hours=chance.random.uniform(1, 30))
    held = asked + timedelta(
        hours=chance.random.uniform(2, 22) if chance.often(in_time) else chance.random.uniform(26, 120)
    )
    if held > at:
        return
    why = chance.one(WHY)
    meeting = request(council, [cause.child], rules.STRATEGY, asked, why=why, because_of=cause)
    absent = {
        agency
        for agency in (rules.POLICE, rules.HEALTH, rules.EDUCATION)
        if not chance.often(0.5 + brings_everybody / 2)
    }
    hold(council, meeting, held, absent=absent, late=held - asked > DAY)
    part = part_of(meeting, cause.child)
    enquiry = chance.often(0.4)
    facts: PartFacts = {"child_views": chance.one(WORDS), "rationale": "What is known together"}
    facts["enquiry"] = "joint" if enquiry else "none"
    if enquiry:
        facts["enquiry_by"] = "Team manager on duty"
    write(council, part, held, **facts)
    _decide(council, part, held, at, leaves_one=not chance.often(brings_everybody))
    if enquiry:
        _after_enquiry(council, part, held, at, in_time)


def _after_enquiry(council: Council, part: Part, held: datetime, at: datetime, in_time: float) -> None:
    chance = council.chance
    ended = held + chance.random.randint(6, 13) * DAY
    if ended > at:
        return
    needed = chance.often(0.5)
    parts.end_enquiry(
        part, ended_at=ended, enquiry_result="conference" if needed else "no_continuing_risk",
        enquiry_words="What the enquiry found", by=council.system, at=ended,
    )  # fmt: skip
    conference = (
        held
        + (chance.random.randint(15, 20) if chance.often(in_time) else chance.random.randint(24, 40)) * DAY
    )
    if not needed or conference > at or _began_later(part.child, local_date(conference)):
        return
    meeting = request(council, [part.child], rules.INITIAL, ended, why="The enquiry found harm")
    hold(council, meeting, conference, absent=set())
    its = part_of(meeting, part.child)
    write(
        council,
        its,
        conference,
        plan_made=True,
        category="EMO",
        outside_home=True,
        rationale="Continuing harm",
    )
    core_group = conference + chance.random.randint(7, 20) * DAY
    if core_group < at:
        group = request(council, [part.child], rules.CORE_GROUP, conference, why="The plan")
        hold(council, group, core_group, absent=set())


def _began_later(child: Child, day: date) -> bool:
    """A plan of theirs began after that day: a conference before it would have begun another beside it."""
    return Track.objects.filter(
        child=child, kind__in=["child_in_need", "child_protection"], starts_on__gt=day
    ).exists()


def _review(council: Council, child: Child, at: datetime) -> None:
    held = at - council.chance.random.randint(10, 200) * DAY
    meeting = request(council, [child], rules.IN_CARE, held - 10 * DAY, why="Review of the care plan")
    hold(council, meeting, held, absent=set())
    took_part = council.chance.one(["PN1", "PN1", "PN6", "PN2", "PN7"])
    write(
        council, part_of(meeting, child), held, participation=took_part, child_views=council.chance.one(WORDS)
    )


def _decide(council: Council, part: Part, held: datetime, at: datetime, *, leaves_one: bool) -> None:
    for number, (what, why) in enumerate(council.chance.random.sample(DECISIONS, 2)):
        taken_on = not (leaves_one and number)
        worker = council.chance.one(council.workers["Exploitation team"])
        due = local_date(held) + council.chance.random.randint(1, 10) * DAY
        made = parts.decide(
            part, what=what.format(name=part.child.first_name), why=why,
            owner=worker if taken_on else None, due_on=due if taken_on else None, by=council.system, at=held,
        )  # fmt: skip
        done = held + council.chance.random.randint(1, 9) * DAY
        if made.action and done < at and council.chance.often(0.8):
            actions.complete(made.action, outcome="Done as agreed", by=council.system, at=done)


def request(
    council: Council,
    children: list[Child],
    kind: str,
    asked: datetime,
    *,
    why: str,
    because_of: Entry | None = None,
) -> Meeting:
    meeting = recording.request_meeting(
        children, kind=kind, why=why, asked=Moment(asked), asked_by="Duty team", because_of=because_of,
        by=council.system, at=asked,
    )  # fmt: skip
    for agency, name in PEOPLE.items():
        recording.invite(meeting, agency=agency, name=name, by=council.system, at=asked)
    return meeting


def hold(
    council: Council,
    meeting: Meeting,
    held: datetime,
    *,
    absent: set[str],
    late: bool = False,
    **more: Unpack[HeldFacts],
) -> None:
    answers = {
        attendance.pk: rules.APOLOGIES if attendance.agency in absent else rules.CAME
        for attendance in meeting.attendances.all()
    }
    facts: HeldFacts = {"chair": "Team manager on duty", **more}
    facts["why_late"] = council.chance.one(["police", "health", "our_own"]) if late else ""
    why = "It could not wait" if absent else ""
    recording.hold_meeting(
        meeting, held=Moment(held), answers=answers, went_ahead_why=why, by=council.system, at=held, **facts
    )


def part_of(meeting: Meeting, child: Child) -> Part:
    return Part.objects.select_related("entry", "meeting", "child").get(meeting=meeting, child=child)


def write(council: Council, part: Part, at: datetime, **facts: Unpack[PartFacts]) -> None:
    parts.write_part(part, version=part.version, by=council.system, at=at, **facts)
