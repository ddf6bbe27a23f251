"""What the forms of the practice areas need first."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.disruption import recording as disruption
from kittiwake.practice.meetings import recording as meetings
from kittiwake.practice.meetings.conferences import recording as conferences
from kittiwake.practice.meetings.models import Meeting, Part
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.own_pages import recording as own_pages
from kittiwake.practice.own_pages.rules import TOLD
from kittiwake.practice.placements.models import Move
from kittiwake.practice.plans.actions import recording as doing
from kittiwake.practice.replies import recording as replies
from kittiwake.practice.return_interviews.models import QualityCheck
from kittiwake.practice.return_interviews.quality_checks import recording as quality_checks
from kittiwake.practice.risk.assessments import recording as assessing
from kittiwake.practice.risk.tests.assessed import MODERATE, quiet
from kittiwake.practice.transitions.models import AdultReferral
from kittiwake.primitives.instruments import library
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date
from tests.driving.page_forms import Typed
from tests.driving.states.state import State, by_and_at, number
from tests.driving.world import World


def _asked_for(world: World) -> dict[str, Any]:
    """A meeting that was asked for and not held yet."""
    asked = Moment(world.made.at - timedelta(days=2))
    facts = {"kind": "complex_strategy", "why": "x", "asked": asked, "asked_by": "Police"}
    meeting = meetings.request_meeting([world.made.child], **facts, **by_and_at(world))
    person = meetings.invite(meeting, agency="police", name="Somebody", **by_and_at(world))
    return {"meeting": Part.objects.get(meeting=meeting), "attendance": person.pk}


def _conference(world: World) -> dict[str, Any]:
    asked = Moment(world.made.at - timedelta(days=2))
    facts = {"about": "A place", "why": "x", "asked": asked, "asked_by": "Police"}
    return {"conference": conferences.request_conference(**facts, **by_and_at(world)).pk}


def _enquiry(world: World) -> dict[str, Any]:
    part = world.made["meeting"]
    Part.objects.filter(pk=part.pk).update(enquiry="single", enquiry_by="Us")
    Meeting.objects.filter(pk=part.meeting_id).update(kind="strategy")
    return {}


def _back(world: World) -> dict[str, Any]:
    episode = world.made["episode"]
    back = Moment(world.made.at - timedelta(hours=30))
    missing.record_return(episode, returned=back, source="police", **by_and_at(world))
    return {}


def _not_said(world: World) -> dict[str, Any]:
    """Back long ago, and nobody has said yet why nobody listened."""
    gone, back = (Moment(world.made.at - timedelta(days=days)) for days in (41, 40))
    return {
        "past_episode": missing.report_past(
            world.made.child, reported=gone, returned=back, **by_and_at(world)
        )
    }


def _questioned(world: World) -> dict[str, Any]:
    marks = {
        field.name: 2
        for field in QualityCheck._meta.fields
        if field.get_internal_type() == "PositiveSmallIntegerField"
    }
    facts = {
        "decision": "question",
        "words": "Who was there?",
        "by": world.people["manager"],
        "at": world.made.at,
    }
    quality_checks.check(world.made["interview"], scores=marks, **facts)
    return {}


def _untold(world: World) -> dict[str, Any]:
    words = {"heard": "x", "will_do": "x", "whom_to_ring": "x", "interview": world.made["interview"]}
    return {"reply": replies.write_reply(world.made.child, **words, **by_and_at(world))}


def _talked_of_all(world: World) -> Typed:
    return {"told": [key for key, _ in TOLD]}


def _without_own_page(world: World) -> dict[str, Any]:
    own_pages.take_away(world.made["own_page"], why="x", **by_and_at(world))
    return {}


def _held_own_page(world: World) -> dict[str, Any]:
    return {"hold": own_pages.hold(world.made.child, why="x", **by_and_at(world))}


def _themselves(world: World) -> dict[str, Any]:
    Child.objects.filter(pk=world.made.child.pk).update(user=world.people["young_person"])
    return {}


def _assessed(world: World, **answers: Any) -> dict[str, Any]:
    """Once more, an hour later, with nobody asked for a second mark."""
    instrument, before = library.latest("exploitation_risk"), assessing.latest(world.made.child, "assessment")
    words = dict.fromkeys(("child_view", "past", "changed", "analysis"), "x")
    made = assessing.assess(
        world.made.child, instrument=instrument, answers=quiet(instrument, **answers), judged="none",
        following=before.pk, **words, by=world.made.by, at=world.made.at + timedelta(hours=1),
        why_different="x",
    )  # fmt: skip
    return {"assessment": made}


def _in_force(world: World) -> dict[str, Any]:
    concern, written = world.made["concern"], by_and_at(world)
    on = local_date(world.made.at)
    for kind in ("considered", "applied", "granted"):
        disruption.take_step(concern, kind=kind, on=on, who="x", **written)
    return {}


def _answered(world: World) -> dict[str, Any]:
    AdultReferral.objects.filter(child=world.made.child).update(
        answer="declined", answered_on=local_date(world.made.at)
    )
    return {}


def _past_session(world: World) -> dict[str, Any]:
    session = world.made["planned_session"]
    Session.objects.filter(pk=session.pk).update(planned_at=world.made.at - timedelta(hours=2))
    return {}


def _agreed_at_a_meeting(world: World) -> dict[str, Any]:
    facts = {"owner": world.people["worker"].worker, "due_on": local_date(world.made.at), **by_and_at(world)}
    parts.act_on(world.made["decision"], **facts)
    return {}


def _another_step(world: World) -> dict[str, Any]:
    facts = {"what": "x", "who": "x", "who_is": "network", "risks": [], **by_and_at(world)}
    doing.add_action(world.made["plan"], **facts)
    return {}


def _lasting(world: World) -> dict[str, Any]:
    Move.objects.filter(pk=world.made["move"].pk).update(arrangement="long_term")
    return {}


STATES = {
    "placements:fewer_visits": State(make=_lasting),
    "direct_work:record_missed": State(make=_past_session),
    "plans:take_up_action": State(make=_agreed_at_a_meeting),
    "plans:cover": State(make=_another_step),
    "risk:settle": State(make=lambda world: _assessed(world, **MODERATE)),
    "risk:ask_second_mark": State(make=_assessed),
    "disruption:link_child": State(given=lambda world: {"child": [number(world.another.child)]}),
    "disruption:rate_effect": State(make=_in_force),
    "meetings:add_child": State(
        make=_asked_for, given=lambda world: {"known_by": [number(world.another.child)]}
    ),
    "meetings:plan": State(make=_asked_for),
    "meetings:hold": State(make=_asked_for),
    "meetings:cancel": State(make=_asked_for),
    "meetings:plan_conference": State(make=_conference),
    "meetings:hold_conference": State(make=_conference),
    "meetings:cancel_conference": State(make=_conference),
    "meetings:end_enquiry": State(make=_enquiry),
    "missing:report_missing": State(make=_back),
    "own_pages:give": State(given=_talked_of_all, make=_without_own_page),
    "own_pages:lift": State(make=_held_own_page),
    "replies:change_reply": State(make=_untold),
    "replies:tell": State(make=_untold),
    "replies:answer": State(make=_themselves),
    "return_interviews:record_not_held": State(make=_not_said),
    "return_interviews:answer": State(make=_questioned),
    "transitions:refer": State(make=_answered),
}
