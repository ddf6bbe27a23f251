"""The loop, first half: an action from its wording to evidence that somebody else has checked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Unpack

from kittiwake.access.identity import acting_as_system
from kittiwake.access.powers import role_may
from kittiwake.access.visibility import VisibleTo
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits import events, rules
from kittiwake.assurance.audits.actions.facts import ActionChange
from kittiwake.assurance.audits.independence import why_not_step
from kittiwake.assurance.audits.models import ActionStep, ActionTheme, Audit, AuditAction, Discussion, Theme
from kittiwake.assurance.supervision.models import ChildPart
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Child, Worker
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date

ACTION = "audits.action"


@whole()
def raise_action(
    audit: Audit,
    *,
    what: str,
    difference: str,
    focus: str,
    owner: Worker,
    due_on: date,
    by: User,
    at: datetime,
    about: str = "",
    lasts_days: int = rules.LASTS_USUALLY,
    themes: Iterable[Theme] = (),
) -> AuditAction:
    """Something to be done, who does it, by when, what it should change for the child and for how long. Classed by its
    writer, also by what kind of facts would speak against it (`about`, of measures.catalogue.adverse)."""
    must_stand(audit)
    must_be_believable(at, of=audit.child, due_on=due_on)
    if not difference.strip():
        raise Refused("Say what this should change for the child.", field="difference")
    _refuse_who_could_not_do_it(owner, audit.child_id)
    entry = record.enter(
        audit.child, kind=ACTION, summary=f"Audit action for {owner}", happened_at=at, by=by, at=at
    )
    action = AuditAction.objects.create(
        entry=entry, audit=audit, child_id=audit.child_id, what=what, difference=difference, focus=focus,
        owner=owner, due_on=due_on, begun_at=at, about=about, lasts_days=lasts_days,
    )  # fmt: skip
    ActionTheme.objects.bulk_create(ActionTheme(action=action, theme=theme) for theme in themes)
    history.write(events.ACTION_RAISED, action, by=by, at=at, child_id=audit.child_id)
    return action


def _refuse_who_could_not_do_it(owner: Worker, child_id: int) -> None:
    """Its owner reads the action and the child's record, and says themselves what was done."""
    if owner.user is None:
        raise Refused("They cannot sign in, so they could not show that it was done.", field="owner")
    with acting_as_system():  # the database answers about somebody else to Kittiwake alone
        sees = Child.objects.filter(VisibleTo("pk", owner.user.pk), pk=child_id).exists()
    if not sees or not role_may(owner.user.role, Power.SEE):
        raise Refused(
            f"{owner} may not open this child’s record, so they could not show that it was done. Choose the child’s worker, "
            "or somebody in their team.",
            field="owner",
        )


@whole()
def check_focus(action: AuditAction, *, focus: str, why: str, by: User, at: datetime) -> None:
    """Somebody else says whether it is about the child or about process. Refuses its writer; a difference needs why."""
    must_stand(action)
    held = lock_action(action)
    refuse_whose_it_is_not(held, by, rules.CHECKS_CLASS)
    if held.checked_focus:
        raise Refused("Somebody has already checked this. Open it again to see what they said.")
    if focus != held.focus and not why.strip():
        raise Refused("You class it differently from its writer. Say why.", field="why")
    change_action(
        held, checked_focus=focus, focus_checked_by=by, focus_checked_at=at,
        focus_why=why if focus != held.focus else "",
    )  # fmt: skip
    history.write(events.FOCUS_CHECKED, held, by=by, at=at, child_id=held.child_id)


@whole()
def give(action: AuditAction, *, owner: Worker, by: User, at: datetime) -> None:
    """Somebody else will do it: the wrong person was chosen, or they left. Until it is said to be done."""
    must_stand(action)
    held = lock_action(action)
    refuse_unless(held, rules.RECORDED, rules.DISCUSSED)
    _refuse_who_could_not_do_it(owner, held.child_id)
    changes = {"Who does it": (str(held.owner), str(owner))}
    change_action(held, owner=owner)
    history.write(events.ACTION_GIVEN, held, by=by, at=at, child_id=held.child_id, changes=changes)


@whole()
def discuss(
    action: AuditAction,
    *,
    words: str,
    by: User,
    at: datetime,
    held_on: date | None = None,
    with_whom: Worker | None = None,
    in_supervision: ChildPart | None = None,
) -> Discussion:
    """It was talked over with the worker: in a supervision of theirs, or when and with whom; and what they made of it."""
    must_stand(action, in_supervision)
    must_be_believable(at, of=action.child, held_on=held_on)
    held = lock_action(action)
    refuse_unless(held, rules.RECORDED, rules.DISCUSSED)
    if in_supervision:
        held_on, with_whom = _in_supervision(held, in_supervision)
    if held_on is None or with_whom is None:
        raise Refused("Say when it was discussed and with whom, or in which supervision.", field="held_on")
    discussion = Discussion.objects.create(
        action=held, held_on=held_on, with_whom=with_whom, in_supervision=in_supervision, words=words, by=by, at=at
    )  # fmt: skip
    if held.discussed_at is None:
        change_action(held, discussed_at=at)
    history.write(events.ACTION_DISCUSSED, held, by=by, at=at, child_id=held.child_id)
    return discussion


def _in_supervision(action: AuditAction, part: ChildPart) -> tuple[date, Worker]:
    """When, and with whom. A group has no one worker: then it is whoever does the action."""
    held_on = local_date(part.supervision.held_at)
    why_not = rules.why_not_discussed_there(
        same_child=part.child_id == action.child_id,
        is_struck_out=part.entry.is_struck_out,
        held_on=held_on,
        since=local_date(action.begun_at),
    )
    if why_not:
        raise Refused(why_not, field="in_supervision")
    return held_on, part.worker or action.owner


@whole()
def finish(action: AuditAction, *, evidence: str, by: User, at: datetime) -> None:
    """Its owner says that it is done, and what shows it. Refuses everybody else."""
    must_stand(action)
    held = lock_action(action)
    refuse_whose_it_is_not(held, by, rules.FINISHES)
    refuse_unless(held, rules.DISCUSSED)
    change_action(held, done_at=at)
    take_step(held, "done", evidence, by, at)


@whole()
def check_evidence(action: AuditAction, *, words: str, by: User, at: datetime) -> None:
    """Somebody other than the owner looked at the evidence, and it holds."""
    must_stand(action)
    held = lock_action(action)
    refuse_whose_it_is_not(held, by, rules.CHECKS)
    refuse_unless(held, rules.DONE)
    change_action(held, checked_at=at)
    take_step(held, "checked", words, by, at)


@whole()
def send_back(action: AuditAction, *, words: str, by: User, at: datetime) -> None:
    """The evidence shows that nothing changed for the child: it is to be done again. Before the effect is confirmed."""
    must_stand(action)
    held = lock_action(action)
    refuse_whose_it_is_not(held, by, rules.CHECKS)
    refuse_unless(held, rules.DONE, rules.CHECKED)
    change_action(held, done_at=None, checked_at=None)
    take_step(held, "sent_back", words, by, at)


@whole()
def strike_out(action: AuditAction, *, reason: str, by: User, at: datetime) -> None:
    """It was recorded wrongly."""
    record.strike_out(action.entry, reason=reason, by=by, at=at)
    change_action(action, is_counted=False)
    history.write(events.ACTION_STRUCK_OUT, action, by=by, at=at, child_id=action.child_id)


def lock_action(action: AuditAction) -> AuditAction:
    """As it is now, and nobody else's until this is over."""
    rows = AuditAction.objects.select_for_update(of=("self",)).select_related("entry", "owner")
    return rows.get(pk=action.pk)


def refuse_whose_it_is_not(action: AuditAction, by: User, does: str) -> None:
    if why_not := why_not_step(action, by, does):
        raise NotYours(why_not)


def refuse_unless(action: AuditAction, *states: str) -> None:
    if action.state not in states:
        raise Refused(rules.NEXT[action.state])


def change_action(action: AuditAction, **facts: Unpack[ActionChange]) -> None:
    AuditAction.objects.filter(pk=action.pk).update(**facts)
    for name, value in facts.items():
        setattr(action, name, value)


def take_step(action: AuditAction, kind: str, words: str, by: User, at: datetime) -> None:
    must_stand(action)
    if not words.strip():
        raise Refused("Say it in words.")
    ActionStep.objects.create(action=action, kind=kind, words=words, by=by, at=at)
    history.write(events.OF_STEPS[kind], action, by=by, at=at, child_id=action.child_id)
