"""A risk that rose is met about; meetings are held in time, by who has to be there, and followed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from kittiwake.practice.meetings import recording as meetings
from kittiwake.practice.meetings import rules as of_meetings
from kittiwake.practice.meetings.models import Decision, Part
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.practice.meetings.tests.made import QUORATE, a_meeting, held, part_of
from kittiwake.practice.plans.tests import making as planning
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.primitives.measures.links import Broken
from kittiwake.time.moments import Moment, local_date
from tests.broken_links.of_practice import close_risk, risk_of, strike_out_risk
from tests.broken_links.planting import DAY, LATER, Planted, by
from tests.cast import NOW, Cast

ON, HOUR = local_date(LATER), timedelta(hours=1)


def _risen(cast: Cast) -> PresentingRisk:
    return planning.risk(cast, level="significant")


def _lower(cast: Cast, broken: Broken) -> None:
    risks.move_risk(risk_of(broken), level="moderate", words="Calmer", **by(cast))


def _ask_for_a_meeting(cast: Cast, broken: Broken) -> None:
    a_meeting(cast, because_of=risk_of(broken).entry)


def _meet(cast: Cast, broken: Broken) -> None:
    """Nobody said because of what."""
    asked_for_later(cast)


def asked_for_later(cast: Cast, **more: Any) -> None:
    about = {"why": "Seen at the quay", "asked_by": "South team", "asked": Moment(LATER - 3 * HOUR)}
    meeting = meetings.request_meeting([cast.ash], kind=of_meetings.STRATEGY, **about, **by(cast))
    hold_later(cast, meeting, **more)


def hold_later(cast: Cast, meeting: Any, **more: Any) -> None:
    keys = [meetings.invite(meeting, agency=agency, name="Somebody", **by(cast)).pk for agency in QUORATE]
    answers = dict.fromkeys(keys, of_meetings.CAME)
    facts = {"chair": "The chair", "held": Moment(LATER - HOUR), "answers": answers, **more}
    meetings.hold_meeting(meeting, **facts, **by(cast))


def _part(broken: Broken) -> Part:
    return Part.objects.select_related("meeting", "entry").get(pk=broken.entry_id)


def _hold(cast: Cast, broken: Broken) -> None:
    hold_later(cast, _part(broken).meeting, why_late="other", why_late_words="Nobody could come")


def _cancel(cast: Cast, broken: Broken) -> None:
    meetings.cancel_meeting(_part(broken).meeting, reason="Not needed: they are home", **by(cast))


def _strike_out_part(cast: Cast, broken: Broken) -> None:
    meetings.strike_out(_part(broken), reason="The wrong child", **by(cast))


def _without_the_police(cast: Cast) -> None:
    held(cast, a_meeting(cast), came=(of_meetings.CARE, of_meetings.HEALTH), went_ahead_why="Urgent")


def _again(cast: Cast, broken: Broken) -> None:
    asked_for_later(cast)


def _enquiry(cast: Cast) -> None:
    part = part_of(held(cast, a_meeting(cast)), cast.ash)
    parts.write_part(part, version=1, enquiry="joint", enquiry_by="x", **by(cast, NOW))


def _end_enquiry(cast: Cast, broken: Broken) -> None:
    """No conference is needed: both its duties are over."""
    result = {
        "enquiry_result": of_meetings.NO_CONFERENCE[0][0],
        "enquiry_words": "They are safe with an aunt",
    }
    parts.end_enquiry(_part(broken), ended_at=LATER, **result, **by(cast))


def _decided(cast: Cast) -> Decision:
    part = part_of(held(cast, a_meeting(cast)), cast.ash)
    return parts.decide(part, what="Ring the school", why="They know him", **by(cast, NOW))


def _act_on_decision(cast: Cast, broken: Broken) -> None:
    facts = {"owner": cast.workers["worker"], "due_on": ON}
    parts.act_on(Decision.objects.get(), **facts, **by(cast))


def _missed_twice(cast: Cast) -> None:
    for days in (20, 10):
        when = NOW - days * DAY
        held(cast, a_meeting(cast, asked=when - HOUR), asked=(*QUORATE, of_meetings.EDUCATION), at=when)


def _they_come(cast: Cast, broken: Broken) -> None:
    meeting = a_meeting(cast, asked=NOW - 2 * DAY)
    everybody = (*QUORATE, of_meetings.EDUCATION)
    held(cast, meeting, asked=everybody, came=everybody, at=NOW - DAY)


PLANTED = [
    Planted(
        "meetings.raised_without_meeting",
        _risen,
        {
            "asked for": _ask_for_a_meeting,
            "met about the child": _meet,
            "lower": _lower,
            "closed": close_risk,
            "struck out": strike_out_risk,
        },
    ),
    Planted(
        "meetings.without_quorum", _without_the_police, {"again": _again, "struck out": _strike_out_part}
    ),
    Planted(
        "meetings.not_held", a_meeting, {"held": _hold, "called off": _cancel, "struck out": _strike_out_part}
    ),
    Planted("meetings.statutory_overdue", _enquiry, {"over": _end_enquiry, "struck out": _strike_out_part}),
    Planted("meetings.statutory_due_soon", _enquiry, {"struck out": _strike_out_part}, NOW + 18 * DAY),
    Planted("meetings.decision_without_action", _decided, {"somebody does it": _act_on_decision}),
    Planted("meetings.agency_missing_again", _missed_twice, {"they come": _they_come}),
]
