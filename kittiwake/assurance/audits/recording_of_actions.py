"""The loop, first half: an action from its wording to evidence that somebody else has checked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from kittiwake.access.identity import acting_as_system
from kittiwake.access.powers import role_may
from kittiwake.access.visibility import VisibleTo
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits import recording_of_steps as steps
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.models import (
    ActionTheme,
    Audit,
    AuditAction,
    Discussion,
    Theme,
)
from kittiwake.assurance.supervision.models import ChildPart
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Child, Worker
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date

ACTION = "audits.action"


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
    history.write("audits.action_raised", action, by=by, at=at, child_id=audit.child_id)
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


@transaction.atomic
def check_focus(action: AuditAction, *, focus: str, why: str, by: User, at: datetime) -> None:
    """Somebody else says whether it is about the child or about process. Refuses its writer; a difference needs why."""
    must_stand(action)
    held = steps.locked(action)
    steps.refuse_whose_it_is_not(held, by, rules.CHECKS_CLASS)
    if held.checked_focus:
        raise Refused("Somebody has already checked this. Open it again to see what they said.")
    if focus != held.focus and not why.strip():
        raise Refused("You class it differently from its writer. Say why.", field="why")
    steps.change(
        held, checked_focus=focus, focus_checked_by=by, focus_checked_at=at,
        focus_why=why if focus != held.focus else "",
    )  # fmt: skip
    history.write("audits.focus_checked", held, by=by, at=at, child_id=held.child_id)


@transaction.atomic
def give(action: AuditAction, *, owner: Worker, by: User, at: datetime) -> None:
    """Somebody else will do it: the wrong person was chosen, or they left. Until it is said to be done."""
    must_stand(action)
    held = steps.locked(action)
    steps.refuse_unless(held, rules.RECORDED, rules.DISCUSSED)
    _refuse_who_could_not_do_it(owner, held.child_id)
    changes = {"Who does it": (str(held.owner), str(owner))}
    steps.change(held, owner=owner)
    history.write("audits.action_given", held, by=by, at=at, child_id=held.child_id, changes=changes)


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
    must_be_believable(at, of=action.child, held_on=held_on)
    held = steps.locked(action)
    steps.refuse_unless(held, rules.RECORDED, rules.DISCUSSED)
    if in_supervision:
        held_on, with_whom = _in_supervision(held, in_supervision)
    if held_on is None or with_whom is None:
        raise Refused("Say when it was discussed and with whom, or in which supervision.", field="held_on")
    made = Discussion.objects.create(
        action=held, held_on=held_on, with_whom=with_whom, in_supervision=in_supervision, words=words, by=by, at=at
    )  # fmt: skip
    if held.discussed_at is None:
        steps.change(held, discussed_at=at)
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
    held = steps.locked(action)
    steps.refuse_whose_it_is_not(held, by, rules.FINISHES)
    steps.refuse_unless(held, rules.DISCUSSED)
    steps.change(held, done_at=at)
    steps.take(held, "done", evidence, by, at)


@transaction.atomic
def check_evidence(action: AuditAction, *, words: str, by: User, at: datetime) -> None:
    """Somebody other than the owner looked at the evidence, and it holds."""
    must_stand(action)
    held = steps.locked(action)
    steps.refuse_whose_it_is_not(held, by, rules.CHECKS)
    steps.refuse_unless(held, rules.DONE)
    steps.change(held, checked_at=at)
    steps.take(held, "checked", words, by, at)


@transaction.atomic
def send_back(action: AuditAction, *, words: str, by: User, at: datetime) -> None:
    """The evidence shows that nothing changed for the child: it is to be done again. Before the effect is confirmed."""
    must_stand(action)
    held = steps.locked(action)
    steps.refuse_whose_it_is_not(held, by, rules.CHECKS)
    steps.refuse_unless(held, rules.DONE, rules.CHECKED)
    steps.change(held, done_at=None, checked_at=None)
    steps.take(held, "sent_back", words, by, at)


@transaction.atomic
def strike_out(action: AuditAction, *, reason: str, by: User, at: datetime) -> None:
    """It was recorded wrongly."""
    record.strike_out(action.entry, reason=reason, by=by, at=at)
    steps.change(action, is_counted=False)
    history.write("audits.action_struck_out", action, by=by, at=at, child_id=action.child_id)
