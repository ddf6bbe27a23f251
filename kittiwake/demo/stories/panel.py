"""A panel about four linked children and a place: two teams, one decision that is nobody's, a risk nobody met about."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kittiwake.demo import meetings
from kittiwake.demo.people import Council
from kittiwake.demo.stories.children import HARBOUR, MARSH, story_child
from kittiwake.practice.meetings import recording, rules
from kittiwake.practice.meetings.agreements import recording as agreements
from kittiwake.practice.meetings.conferences import recording as conferences
from kittiwake.practice.meetings.models import Meeting
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date

DAY = timedelta(days=1)
# name, team, what they say, what was decided
FOUR = [
    ("Alder", "Finch", HARBOUR, "They give us chips and let us charge our phones.", "Meet Alder at the arcade on Fridays"),
    ("Hazel", "Pike", HARBOUR, "I only go because my friends go.", "Ask Hazel’s nan whether Hazel can stay on Fridays"),
    ("Bryony", "Larch", MARSH, "The man with the grey car knows my school.", "Walk Bryony home until the car is traced"),
    ("Jay", "Sallow", MARSH, "", "Find out who gave Jay the second phone"),
]  # fmt: skip


def make(council: Council, at: datetime) -> None:
    children = [
        story_child(council, team, at, first, last, date(local_date(at).year - 14, 2 + number, 12))
        for number, (first, last, team, *_) in enumerate(FOUR)
    ]
    panel = _panel(council, children, at)
    for child, (*_, said, what) in zip(children, FOUR, strict=True):
        _decide(council, panel, child, said, what, at)
    _a_rise_nobody_met_about(council, children[0], at)
    _the_place_itself(council, at)
    council.tell(
        "manager.marsh.team",
        meetings.part_of(panel, children[-1]).get_absolute_url(),
        "Four children, one arcade",
        see="A panel met about four children who are seen at the same place. Each has a part of it, and nobody sees another’s "
        "child through it. What was decided for Jay has no owner and no day.",
        mend="Take on what was decided for Jay: give it an owner and a day. Then see it on Jay’s page under what is due. "
        "Write Jay a safety plan, and take it up there.",
    )


def _panel(council: Council, children: list[Child], at: datetime) -> Meeting:
    asked, held = at - 9 * DAY, at - 2 * DAY
    panel = meetings.request(
        council,
        children,
        rules.PANEL,
        asked,
        why="Four children have been seen at the same arcade with the same car",
    )
    meetings.hold(
        council, panel, held, absent={rules.HEALTH},
        discussed="The same grey car waits outside on Fridays. Staff let children stay after closing.",
        places_and_people="Seaview Arcade, the back door. A man they call Spanner.",
        not_to_be_shared="That the car is being traced: not outside the police and social care.",
    )  # fmt: skip
    agreements.agree(
        panel, what="Visit the arcade about children after closing", agency="licensing",
        owner_name="Licensing officer", due_on=local_date(at) + 5 * DAY, why="Its licence says 10pm",
        by=council.system, at=held,
    )  # fmt: skip
    return panel


def _decide(council: Council, panel: Meeting, child: Child, said: str, what: str, at: datetime) -> None:
    held, part = at - 2 * DAY, meetings.part_of(panel, child)
    meetings.write(
        council, part, held, outcome="accepted", child_views=said, participation="PN6" if said else "PN7",
        rationale="The same place, the same car, the same evening",
    )  # fmt: skip
    nobody = not said  # Jay's: nobody took it on
    worker = council.workers["Exploitation team"][0]
    parts.decide(
        meetings.part_of(panel, child), what=what, why="So that Fridays are safe", owner=None if nobody else worker,
        due_on=None if nobody else local_date(at) + 3 * DAY, by=council.system, at=held,
    )  # fmt: skip


def _a_rise_nobody_met_about(council: Council, child: Child, at: datetime) -> None:
    """Judged significant two weeks ago; the panel was asked for because of the place, not of this."""
    by, then = council.system, at - 30 * DAY
    risk = risks.open_risk(
        child, domain="county_lines", level="moderate", why="Carries a bag for somebody", by=by, at=then
    )
    risks.move_risk(
        risk, level="significant", words="Away two nights in another town", by=by, at=at - 14 * DAY
    )


def _the_place_itself(council: Council, at: datetime) -> None:
    """A context conference names the arcade and no child."""
    asked, by = at - 6 * DAY, council.system
    conference = conferences.request_conference(
        about="Seaview Arcade", why="Adults wait for children outside, and staff look away",
        asked=Moment(asked), asked_by="Exploitation team", planned=Moment(at + 4 * DAY), by=by, at=asked,
    )  # fmt: skip
    for agency, name in (
        (rules.CARE, "Exploitation team manager"),
        (rules.POLICE, "Neighbourhood sergeant"),
        ("licensing", "Licensing officer"),
    ):
        recording.invite(conference, agency=agency, name=name, by=by, at=asked)
