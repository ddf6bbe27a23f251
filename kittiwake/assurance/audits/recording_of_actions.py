"""The loop: an action from its wording to an effect on the child, and back where nothing changed or it did not last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from kittiwake.access.permissions import role_may
from kittiwake.access.seen import SeenBy
from kittiwake.accounts.models import User
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.models import (
    ActionTheme,
    Audit,
    AuditAction,
    Discussion,
    Effect,
    Step,
    Theme,
)
from kittiwake.assurance.supervision.models import ChildPart
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Entry, Worker
from kittiwake.record.standing import must_stand
from kittiwake.ui.dates import local_date

ACTION = "audits.action"
AREA = "audits."


@transaction.atomic
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
    themes: Iterable[Theme] = (),
) -> AuditAction:
    """Something to be done, who does it, by when, and what it should change for the child. Classed by its writer."""
    must_stand(audit)
    if not difference.strip():
        raise Refused("Say what this should change for the child.", field="difference")
    _refuse_who_could_not_do_it(owner, audit.child_id)
    entry = record.enter(
        audit.child, kind=ACTION, summary=f"Audit action for {owner}", happened_at=at, by=by, at=at
    )
    action = AuditAction.objects.create(
        entry=entry, audit=audit, child_id=audit.child_id, what=what, difference=difference, focus=focus,
        owner=owner, due_on=due_on, begun_at=at,
    )  # fmt: skip
    ActionTheme.objects.bulk_create(ActionTheme(action=action, theme=theme) for theme in themes)
    history.write("audits.action_raised", action, by=by, at=at, child_id=audit.child_id)
    return action


def _refuse_who_could_not_do_it(owner: Worker, child_id: int) -> None:
    """Its owner reads the action and the child's record, and says themselves what was done."""
    if owner.user is None:
        raise Refused("They cannot sign in, so they could not show that it was done.", field="owner")
    sees = Child.objects.filter(SeenBy("pk", owner.user.pk), pk=child_id).exists()
    if not sees or not role_may(owner.user.role, "audits.see"):
        raise Refused(
            f"{owner} may not open this child’s record, so they could not show that it was done. Choose the child’s worker, "
            "or somebody in their team.",
            field="owner",
        )


@transaction.atomic
def check_focus(action: AuditAction, *, focus: str, why: str, by: User, at: datetime) -> None:
    """Somebody else says whether it is about the child or about process. Refuses its writer; a difference needs why."""
    must_stand(action)
    held = _held(action)
    if held.entry.by_id == by.pk:
        raise Refused("You wrote this action. Somebody else checks whether it is about the child.")
    if held.checked_focus:
        raise Refused("Somebody has already checked this.")
    if focus != held.focus and not why.strip():
        raise Refused("You class it differently from its writer. Say why.", field="why")
    _change(
        held, checked_focus=focus, focus_checked_by=by, focus_checked_at=at,
        focus_why=why if focus != held.focus else "",
    )  # fmt: skip
    history.write("audits.focus_checked", held, by=by, at=at, child_id=held.child_id)


@transaction.atomic
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
    held = _held(action)
    _refuse_unless(held, rules.RECORDED, rules.DISCUSSED)
    if in_supervision:
        held_on, with_whom = _in_supervision(held, in_supervision)
    if held_on is None or with_whom is None:
        raise Refused("Say when it was discussed and with whom, or in which supervision.", field="held_on")
    made = Discussion.objects.create(
        action=held, held_on=held_on, with_whom=with_whom, in_supervision=in_supervision, words=words, by=by, at=at
    )  # fmt: skip
    if held.discussed_at is None:
        _change(held, discussed_at=at)
    history.write("audits.action_discussed", held, by=by, at=at, child_id=held.child_id)
    return made


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


@transaction.atomic
def finish(action: AuditAction, *, evidence: str, by: User, at: datetime) -> None:
    """Its owner says that it is done, and what shows it. Refuses everybody else."""
    must_stand(action)
    held = _held(action)
    if held.owner.user_id != by.pk:
        raise Refused(f"{held.owner} owns this action, and says themselves what was done.")
    _refuse_unless(held, rules.DISCUSSED)
    _change(held, done_at=at)
    _step(held, "done", evidence, by, at)


@transaction.atomic
def check_evidence(action: AuditAction, *, words: str, by: User, at: datetime) -> None:
    """Somebody other than the owner looked at the evidence, and it holds."""
    must_stand(action)
    held = _held(action)
    _refuse_owner(held, by, "checks the evidence")
    _refuse_unless(held, rules.DONE)
    _change(held, checked_at=at)
    _step(held, "checked", words, by, at)


@transaction.atomic
def send_back(action: AuditAction, *, words: str, by: User, at: datetime) -> None:
    """The evidence shows that nothing changed for the child: it is to be done again. Before the effect is confirmed."""
    must_stand(action)
    held = _held(action)
    _refuse_owner(held, by, "checks the evidence")
    _refuse_unless(held, rules.DONE, rules.CHECKED)
    _change(held, done_at=None, checked_at=None)
    _step(held, "sent_back", words, by, at)


@transaction.atomic
def confirm_effect(action: AuditAction, *, entry: Entry, changed: str, by: User, at: datetime) -> Effect:
    """What is different for the child, and the entry of their own record that shows it.

    Refuses the owner, an entry of another child, one of the audits themselves, and one not after this round began.
    """
    must_stand(action, entry)
    held = _held(action)
    _refuse_owner(held, by, "confirms its effect")
    _refuse_unless(held, rules.CHECKED)
    entry = Entry.objects.select_for_update().get(pk=entry.pk)
    why_not = rules.why_no_effect(
        same_child=entry.child_id == held.child_id,
        is_struck_out=entry.is_struck_out,
        happened_at=entry.happened_at,
        since=held.begun_at,
        is_of_audits=entry.kind.startswith(AREA),
    )
    if why_not:
        raise Refused(why_not, field="entry")
    effect = Effect.objects.create(action=held, entry=entry, changed=changed, by=by, at=at)
    _change(held, confirmed_at=at)
    _step(held, "confirmed", changed, by, at)
    return effect


@transaction.atomic
def close(action: AuditAction, *, learned: str, by: User, at: datetime) -> None:
    """Every step was taken and its effect still stands. Refuses the owner, whatever their role."""
    must_stand(action)
    held = _held(action)
    _refuse_owner(held, by, "closes it")
    _refuse_unless(held, rules.CONFIRMED)
    if not Effect.objects.filter(action=held, ended_at=None, entry__struck_out_at=None).exists():
        raise Refused("The entry that showed its effect was struck out. Reopen it, and show what changed.")
    _change(held, closed_at=at)
    _step(held, "closed", learned, by, at)


@transaction.atomic
def reopen(action: AuditAction, *, reason: str, by: User, at: datetime) -> None:
    """It did not last, or what showed it was wrong. It begins again: a new effect comes after this."""
    must_stand(action)
    held = _held(action)
    _refuse_unless(held, rules.CONFIRMED, rules.CLOSED)
    Effect.objects.filter(action=held, ended_at=None).update(ended_at=at)
    _change(
        held, discussed_at=None, done_at=None, checked_at=None, confirmed_at=None, closed_at=None, begun_at=at
    )
    _step(held, "reopened", reason, by, at)


@transaction.atomic
def strike_out(action: AuditAction, *, reason: str, by: User, at: datetime) -> None:
    """It was recorded wrongly."""
    record.strike_out(action.entry, reason=reason, by=by, at=at)
    _change(action, is_counted=False)
    history.write("audits.action_struck_out", action, by=by, at=at, child_id=action.child_id)


def _held(action: AuditAction) -> AuditAction:
    """As it is now, and nobody else's until this is over."""
    rows = AuditAction.objects.select_for_update(of=("self",)).select_related("entry", "owner")
    return rows.get(pk=action.pk)


def _refuse_owner(action: AuditAction, by: User, does: str) -> None:
    if action.owner.user_id == by.pk:
        raise Refused(f"You own this action. Somebody else {does}.")


def _refuse_unless(action: AuditAction, *states: str) -> None:
    if action.state not in states:
        raise Refused(rules.NEXT[action.state])


def _change(action: AuditAction, **facts: object) -> None:
    AuditAction.objects.filter(pk=action.pk).update(**facts)
    for name, value in facts.items():
        setattr(action, name, value)


def _step(action: AuditAction, kind: str, words: str, by: User, at: datetime) -> None:
    if not words.strip():
        raise Refused("Say it in words.")
    Step.objects.create(action=action, kind=kind, words=words, by=by, at=at)
    history.write(f"audits.action_{kind}", action, by=by, at=at, child_id=action.child_id)
