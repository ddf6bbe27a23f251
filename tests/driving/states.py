"""What a form needs before it can be filled in, beyond what the access matrix makes; and answers nobody could guess."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from kittiwake.access import recording as access
from kittiwake.access.identity import acting_as
from kittiwake.access.models import Grant
from kittiwake.assurance.allocation.models import Change
from kittiwake.assurance.audits.marking import recording as marking
from kittiwake.assurance.audits.models import Audit, AuditAction, Effect, Escalation
from kittiwake.assurance.audits.tests.made import graded
from kittiwake.assurance.supervision.models import ChildPart
from kittiwake.assurance.workforce.models import Engagement
from kittiwake.exchange import recording as imports
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.disruption import recording as disruption
from kittiwake.practice.meetings import recording as meetings
from kittiwake.practice.meetings.conferences import recording as conferences
from kittiwake.practice.meetings.models import Meeting, Part
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.placements.models import Move
from kittiwake.practice.plans.actions import recording as doing
from kittiwake.practice.replies import recording as replies
from kittiwake.practice.return_interviews.models import QualityCheck
from kittiwake.practice.return_interviews.quality_checks import recording as quality_checks
from kittiwake.practice.risk.assessments import recording as assessing
from kittiwake.practice.risk.tests.assessed import MODERATE, quiet
from kittiwake.practice.transitions.models import AdultReferral
from kittiwake.primitives.instruments import library
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Entry, Identifier, Worker
from kittiwake.time.moments import Moment, local_date
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
    return {"change": Change.objects.filter(entry__child=world.made.child).order_by("-pk").first()}


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
    return {"conference": conferences.request_conference(**facts, **_by(world)).pk}


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
    """Back long ago, and nobody has said yet why nobody listened."""
    gone, back = (Moment(world.made.at - timedelta(days=days)) for days in (41, 40))
    return {"past_episode": missing.report_past(world.made.child, reported=gone, returned=back, **_by(world))}


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
    return {"reply": replies.write_reply(world.made.child, **words, **_by(world))}


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
    concern, by = world.made["concern"], _by(world)
    on = local_date(world.made.at)
    for kind in ("considered", "applied", "granted"):
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
    audit = world.made["audit"]
    Audit.objects.filter(pk=audit.pk).update(auditor=world.people["auditor"])
    told = {"told": world.people["manager"].worker, "told_by": world.people["auditor"]}
    Escalation.objects.create(audit=audit, told_at=world.made.at, how="Rang", **told)
    return {}


def _action_at(**moments: int) -> Callable[[World], dict[str, Any]]:
    def make(world: World) -> dict[str, Any]:
        at = world.made.at
        days = {name: at - timedelta(days=back) for name, back in moments.items()}
        AuditAction.objects.filter(pk=world.made["audit_action"].pk).update(**days)
        return {}

    return make


def _shown(world: World) -> dict[str, Any]:
    """Confirmed by an entry that shows it."""
    made = _action_at(discussed_at=4, done_at=3, checked_at=2, confirmed_at=1)(world)
    AuditAction.objects.filter(pk=world.made["audit_action"].pk).update(
        checked_focus="child", focus_checked_by=world.people["principal"]
    )
    facts = {"action": world.made["audit_action"], "entry": world.made["episode"].entry, "changed": "x"}
    Effect.objects.create(by=world.people["principal"], at=world.made.at, **facts)
    return made


def _marked(world: World) -> dict[str, Any]:
    """By somebody; a third person settles it."""
    moderation = world.another["moderation_of_principal"]
    with acting_as(world.people["principal"]):
        facts = {"answers": graded(), "overall": "good", "why": "x", "by": world.people["principal"]}
        marking.mark(moderation, **facts, at=world.made.at)
    return {"moderation_of_principal": moderation}


def _of_another(*names: str) -> Callable[[World], dict[str, Any]]:
    """About the child whom not everybody works with."""
    return lambda world: {name: world.another[name] for name in names}


def _somebody_to_draw(world: World) -> dict[str, Any]:
    """A child nobody has looked at yet, with a worker and a plan."""
    child = record.add_child(forenames="Fern", surname="x", born_on=date(2012, 3, 1), **_by(world))
    since = local_date(world.made.at) - timedelta(days=200)
    worker = Worker.objects.create(name="Of Fern")
    record.allocate(child, team=world.made.team, worker=worker, starts_on=since, **_by(world))
    record.start_track(child, kind="child_in_need", starts_on=since, **_by(world))
    return {}


def _past_session(world: World) -> dict[str, Any]:
    session = world.made["planned_session"]
    Session.objects.filter(pk=session.pk).update(planned_at=world.made.at - timedelta(hours=2))
    return {}


def _discussed_no_more(world: World) -> dict[str, Any]:
    discussed = ChildPart.objects.filter(supervision=world.made["supervision"])
    out = {"struck_out_at": world.made.at, "struck_out_by": world.made.by, "struck_out_reason": "x"}
    Entry.objects.filter(pk__in=discussed.values("pk")).update(**out)
    discussed.update(is_counted=False)
    return {"child": world.another.child}


def _of_nobody(world: World) -> dict[str, Any]:
    """Somebody who has no children of their own."""
    return {"leaver": Worker.objects.filter(name="Away, and nobody covers").first().pk}


def _worked_before(world: World) -> dict[str, Any]:
    ended = local_date(world.made.at) - timedelta(days=30)
    Engagement.objects.filter(worker=world.made["staff"]).update(ends_on=ended, reason="x")
    return {}


def _agreed_at_a_meeting(world: World) -> dict[str, Any]:
    facts = {"owner": world.people["worker"].worker, "due_on": local_date(world.made.at), **_by(world)}
    parts.act_on(world.made["decision"], **facts)
    return {}


def _another_step(world: World) -> dict[str, Any]:
    facts = {"what": "x", "who": "x", "who_is": "network", "risks": [], **_by(world)}
    doing.add_action(world.made["plan"], **facts)
    return {}


def _recorded(world: World) -> dict[str, Any]:
    analyst = world.people["analyst"]
    with acting_as(analyst):
        imports.commit(world.made["import"], by=analyst, at=world.made.at)
    return {}


def _with_hidden_rows(world: World) -> dict[str, Any]:
    world.made["import"].files.update(hidden_rows=1)
    return {}


def _list(world: World) -> Typed:
    file = BytesIO(b"Force Ref,Surname,Forename(s),DOB,Missing Date,Missing Time,Found Date,Found Time\n"
                   b"DR/1/26,WREN,Ivy,17/05/2012,19/11/2025,18:00,19/11/2025,19:00\n")  # fmt: skip
    file.name = "list.csv"
    return {"file": [file]}  # type: ignore[list-item]


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
    "audits:close_action": State(make=_shown),
    "audits:settle_mark": State(make=_marked, who="auditor"),
    "audits:record_audit": State(who="auditor", make=_of_another("child")),
    "audits:ask_auditor": State(make=_of_another("candidate")),
    "audits:ask_moderation": State(make=_of_another("audit")),
    "audits:draw_sample": State(
        make=_somebody_to_draw, given=lambda world: {"size": ["1"], "tracks": ["child_in_need"]}
    ),
    "allocation:leave": State(make=_of_nobody),
    "direct_work:record_missed": State(make=_past_session),
    "exchange:hidden": State(make=_with_hidden_rows),
    "exchange:start": State(given=_list),
    "exchange:undo": State(make=_recorded),
    "plans:take_up_action": State(make=_agreed_at_a_meeting),
    "plans:cover": State(make=_another_step),
    "risk:settle": State(make=lambda world: _assessed(world, **MODERATE)),
    "supervision:write_part": State(make=_discussed_no_more),
    "supervision:strike_out": State(who="manager", make=_discussed_no_more),
    "supervision:hold": State(who="manager"),
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
    "risk:ask_second_mark": State(make=_assessed),
    "transitions:refer": State(make=_answered),
    "workforce:engage": State(make=_worked_before, given=lambda world: {"fte": ["0.8"]}),
    "workforce:add_post": State(given=lambda world: {"fte": ["0.8"]}),
    "workforce:agree_caseload": State(given=lambda world: {"usual": ["16"], "protected_share": ["90"]}),
}
