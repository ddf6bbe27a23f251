"""What the forms of looking at the work need first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from kittiwake.access.identity import acting_as
from kittiwake.assurance.allocation.models import Change
from kittiwake.assurance.audits.marking import recording as marking
from kittiwake.assurance.audits.models import Audit, AuditAction, Effect, Escalation
from kittiwake.assurance.audits.tests.made import graded
from kittiwake.assurance.supervision.models import ChildPart
from kittiwake.assurance.workforce.models import Engagement
from kittiwake.record import recording as record
from kittiwake.record.models import Entry, Worker
from kittiwake.time.moments import local_date
from tests.driving.states.state import State, by_and_at
from tests.driving.world import World


def _only_change(world: World) -> dict[str, Any]:
    return {"change": Change.objects.filter(entry__child=world.made.child).order_by("-pk").first()}


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
    child = record.add_child(forenames="Fern", surname="x", born_on=date(2012, 3, 1), **by_and_at(world))
    since = local_date(world.made.at) - timedelta(days=200)
    worker = Worker.objects.create(name="Of Fern")
    record.allocate(child, team=world.made.team, worker=worker, starts_on=since, **by_and_at(world))
    record.start_track(child, kind="child_in_need", starts_on=since, **by_and_at(world))
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


STATES = {
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
    "audits:reopen_action": State(make=_action_at(discussed_at=4, done_at=3, checked_at=2, confirmed_at=1)),
    "supervision:write_part": State(make=_discussed_no_more),
    "supervision:strike_out": State(who="manager", make=_discussed_no_more),
    "supervision:hold": State(who="manager"),
    "workforce:engage": State(make=_worked_before, given=lambda world: {"fte": ["0.8"]}),
    "workforce:add_post": State(given=lambda world: {"fte": ["0.8"]}),
    "workforce:agree_caseload": State(given=lambda world: {"usual": ["16"], "protected_share": ["90"]}),
    "allocation:strike_out": State(make=_only_change),
    "allocation:leave": State(make=_of_nobody),
}
