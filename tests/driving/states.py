"""What a form needs before it can be filled in, beyond what the access matrix makes; and answers nobody could guess."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from kittiwake.access import recording as access
from kittiwake.access.models import Grant
from kittiwake.assurance.audits.models import Audit, AuditAction, Moderation
from kittiwake.practice.disruption import recording as disruption
from kittiwake.practice.meetings import recording as meetings
from kittiwake.practice.meetings.models import Meeting, Part
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.placements.models import Move
from kittiwake.practice.replies import recording as replies
from kittiwake.practice.return_interviews.models import NotHeld, QualityCheck
from kittiwake.practice.risk.models import SecondMark
from kittiwake.practice.transitions.models import AdultReferral
from kittiwake.record.models import Child, Identifier
from kittiwake.ui.dates import Moment, local_date
from tests.driving.page_forms import Typed
from tests.driving.world import World


def _nothing(world: World) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class State:
    """`who` fills it in; `given` answers some questions; `make` brings about what it needs, as Kittiwake, and gives
    back what it made by the name the address knows it by."""

    who: str = ""
    given: Callable[[World], Typed] = lambda world: {}
    make: Callable[[World], dict[str, Any]] = _nothing
    about: dict[str, str] = field(default_factory=dict)  # {name in the address: key of what was made}


def _by(world: World) -> dict[str, Any]:
    return {"by": world.made.by, "at": world.made.at}


def _number(child: Child) -> str:
    return Identifier.objects.get(child=child, kind=Identifier.COUNCIL).value


def _restricted(world: World) -> dict[str, Any]:
    named = [world.people["manager"]]
    access.restrict(world.made.child, reason="Known to the family", named=named, **_by(world))
    return {}


def _invited(world: World) -> dict[str, Any]:
    user = world.people["partner"]
    Grant.objects.filter(child=world.made.child, user=user).update(ends_at=world.made.at)
    return {"grant": access.let_in(world.made.child, user=user, reason="In the plan", **_by(world))}


def _only_change(world: World) -> dict[str, Any]:
    return {"change": world.made.child.changes.order_by("-pk").first()}


def _asked_for(world: World) -> dict[str, Any]:
    """A meeting that was asked for and not held yet."""
    asked = Moment(world.made.at - timedelta(days=2))
    facts = {"kind": "complex_strategy", "why": "x", "asked": asked, "asked_by": "Police"}
    meeting = meetings.request_meeting([world.made.child], **facts, **_by(world))
    person = meetings.invite(meeting, agency="police", name="Somebody", **_by(world))
    return {"meeting": Part.objects.get(meeting=meeting), "attendance": person.pk}


def _conference(world: World) -> dict[str, Any]:
    asked = Moment(world.made.at - timedelta(days=2))
    facts = {"about": "A place", "why": "x", "asked": asked, "asked_by": "Police"}
    return {"conference": meetings.request_conference(**facts, **_by(world)).pk}


def _enquiry(world: World) -> dict[str, Any]:
    part = world.made["meeting"]
    Part.objects.filter(pk=part.pk).update(enquiry="single", enquiry_by="Us")
    Meeting.objects.filter(pk=part.meeting_id).update(kind="strategy")
    return {}


def _back(world: World) -> dict[str, Any]:
    episode = world.made["episode"]
    back = Moment(world.made.at - timedelta(hours=30))
    missing.record_return(episode, returned=back, source="police", **_by(world))
    return {}


def _not_said(world: World) -> dict[str, Any]:
    """Back, and nobody has said yet why nobody listened."""
    NotHeld.objects.filter(pk=world.made["not_held"].pk)._raw_delete("default")
    return {}


def _questioned(world: World) -> dict[str, Any]:
    QualityCheck.objects.create(
        interview=world.made["interview"],
        by=world.people["manager"],
        at=world.made.at,
        question="Who was there?",
    )
    return {}


def _untold(world: World) -> dict[str, Any]:
    words = {"heard": "x", "will_do": "x", "whom_to_ring": "x", "interview": world.made["interview"]}
    return {"reply": replies.write_reply(world.made.child, **words, **_by(world))}


def _themselves(world: World) -> dict[str, Any]:
    Child.objects.filter(pk=world.made.child.pk).update(user=world.people["young_person"])
    return {}


def _no_second_mark(world: World) -> dict[str, Any]:
    SecondMark.objects.filter(assessment=world.made["assessment"])._raw_delete("default")
    return {}


def _in_force(world: World) -> dict[str, Any]:
    concern, by = world.made["concern"], _by(world)
    on = local_date(world.made.at)
    for kind in ("requested", "considered", "applied", "granted"):
        disruption.take_step(concern, kind=kind, on=on, who="x", **by)
    return {}


def _answered(world: World) -> dict[str, Any]:
    AdultReferral.objects.filter(child=world.made.child).update(
        answer="declined", answered_on=local_date(world.made.at)
    )
    return {}


def _without_actions(world: World) -> dict[str, Any]:
    AuditAction.objects.filter(audit=world.made["audit"]).update(is_counted=False)
    for action in AuditAction.objects.filter(audit=world.made["audit"]):
        action.entry.struck_out_at, action.entry.struck_out_by = world.made.at, world.made.by
        action.entry.struck_out_reason = "x"
        action.entry.save()
    return {}


def _inadequate(world: World) -> dict[str, Any]:
    Audit.objects.filter(pk=world.made["audit"].pk).update(overall="inadequate")
    return {}


def _action_at(**moments: int) -> Callable[[World], dict[str, Any]]:
    def make(world: World) -> dict[str, Any]:
        at = world.made.at
        days = {name: at - timedelta(days=back) for name, back in moments.items()}
        AuditAction.objects.filter(pk=world.made["audit_action"].pk).update(**days)
        return {}

    return make


def _marked(world: World) -> dict[str, Any]:
    Moderation.objects.filter(pk=world.made["moderation_of_principal"].pk)
    return {}


def _lasting(world: World) -> dict[str, Any]:
    Move.objects.filter(pk=world.made["move"].pk).update(arrangement="long_term")
    return {}


STATES: dict[str, State] = {
    "placements:fewer_visits": State(make=_lasting),
    "access:lift_restriction": State(make=_restricted),
    "access:end_grant": State(make=_invited),
    "access:break_glass": State(
        given=lambda world: {"council": [_number(world.another.child)], "surname": ["Matrix"]}
    ),
    "allocation:strike_out": State(make=_only_change),
    "audits:strike_out_audit": State(make=_without_actions),
    "audits:make_safe_after_audit": State(make=_inadequate),
    "audits:finish_action": State(make=_action_at(discussed_at=2)),
    "audits:check_action": State(make=_action_at(discussed_at=2, done_at=1)),
    "audits:confirm_effect_of_action": State(make=_action_at(discussed_at=3, done_at=2, checked_at=1)),
    "audits:close_action": State(make=_action_at(discussed_at=4, done_at=3, checked_at=2, confirmed_at=1)),
    "audits:reopen_action": State(make=_action_at(discussed_at=4, done_at=3, checked_at=2, confirmed_at=1)),
    "disruption:link_child": State(given=lambda world: {"child": [_number(world.another.child)]}),
    "disruption:rate_effect": State(make=_in_force),
    "meetings:add_child": State(
        make=_asked_for, given=lambda world: {"known_by": [_number(world.another.child)]}
    ),
    "meetings:plan": State(make=_asked_for),
    "meetings:hold": State(make=_asked_for),
    "meetings:cancel": State(make=_asked_for),
    "meetings:plan_conference": State(make=_conference),
    "meetings:hold_conference": State(make=_conference),
    "meetings:cancel_conference": State(make=_conference),
    "meetings:end_enquiry": State(make=_enquiry),
    "missing:report_missing": State(make=_back),
    "replies:change_reply": State(make=_untold),
    "replies:tell": State(make=_untold),
    "replies:answer": State(make=_themselves),
    "return_interviews:record_not_held": State(make=_not_said),
    "return_interviews:answer": State(make=_questioned),
    "risk:ask_second_mark": State(make=_no_second_mark),
    "transitions:refer": State(make=_answered),
    "workforce:engage": State(given=lambda world: {"fte": ["0.8"]}),
    "workforce:add_post": State(given=lambda world: {"fte": ["0.8"]}),
    "workforce:agree_caseload": State(given=lambda world: {"usual": ["16"], "protected_share": ["90"]}),
}
