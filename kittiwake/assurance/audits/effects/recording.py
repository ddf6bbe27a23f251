"""The loop, second half: what an action changed for the child, closing it, and back where that did not last.

It closes on what is true: its class was checked by another than its writer, its evidence by another than its owner, and
its effect confirmed by somebody who did neither; what speaks against the effect was answered in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from kittiwake.accounts.models import User
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.actions.recording import (
    change_action,
    lock_action,
    refuse_unless,
    refuse_whose_it_is_not,
    take_step,
)
from kittiwake.assurance.audits.effects.evidence import against
from kittiwake.assurance.audits.models import AuditAction, Effect
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.measures.adverse import Fact
from kittiwake.primitives.measures.catalogue import facts_against
from kittiwake.record.models import Entry
from kittiwake.record.standing import must_stand
from kittiwake.ui.dates import long_date

AREA = "audits."


@whole()
def confirm_effect(
    action: AuditAction, *, entry: Entry, changed: str, by: User, at: datetime, despite: str = ""
) -> Effect:
    """What is different for the child, and the entry of their own record that shows it.

    Refuses the owner, who checked the evidence, an entry of another child, one of the audits themselves, and what
    speaks against the effect (rules.doubts) without words why it shows it all the same.
    """
    must_stand(action, entry)
    held = lock_action(action)
    refuse_whose_it_is_not(held, by, rules.CONFIRMS)
    refuse_unless(held, rules.CHECKED)
    entry = Entry.objects.select_for_update().get(pk=entry.pk)
    _refuse_no_effect(held, entry)
    if (doubts := against(held, entry, at)) and not despite.strip():
        raise Refused(f"{' '.join(doubts)} Say why it shows the change all the same.", field="despite")
    kept = despite if doubts else ""
    effect = Effect.objects.create(action=held, entry=entry, changed=changed, despite=kept, by=by, at=at)
    change_action(held, confirmed_at=at)
    take_step(held, "confirmed", f"{changed}\n\n{kept}".strip(), by, at)
    return effect


def _refuse_no_effect(action: AuditAction, entry: Entry) -> None:
    why_not = rules.why_no_effect(
        same_child=entry.child_id == action.child_id,
        is_struck_out=entry.is_struck_out,
        is_of_audits=entry.kind.startswith(AREA),
    )
    if why_not:
        raise Refused(why_not, field="entry")


@whole()
def close(action: AuditAction, *, learned: str, by: User, at: datetime) -> None:
    """Every step was taken, and its effect still stands. Refuses the owner, whatever their role, an action whose class
    nobody else has checked, and one whose change did not last."""
    must_stand(action)
    held = lock_action(action)
    refuse_whose_it_is_not(held, by, rules.CLOSES)
    refuse_unless(held, rules.CONFIRMED)
    effect = Effect.objects.filter(action=held, ended_at=None, entry__struck_out_at=None).first()
    if effect is None:
        raise Refused("The entry that showed its effect was struck out. Reopen it, and show what changed.")
    if not held.checked_focus:
        raise Refused(
            "Nobody but its writer has said whether it is about the child. Somebody else checks that first. Ask them to."
        )
    if fact := _followed(held, effect):
        raise Refused(f"It did not last: {said(fact)}. Reopen it, and show what changed since.")
    change_action(held, closed_at=at)
    take_step(held, "closed", learned, by, at)


def _followed(action: AuditAction, effect: Effect) -> Fact | None:
    """What of its own kind followed its effect, within the time the change has to last."""
    until = effect.at + timedelta(days=action.lasts_days)
    return rules.did_not_last(
        facts_against(action.child_id, effect.entry.happened_at, until), about=action.about,
        shown_at=effect.entry.happened_at, confirmed_at=effect.at, lasts_days=action.lasts_days,
    )  # fmt: skip


def said(fact: Fact) -> str:
    return f"{fact.words} on {long_date(fact.at)}"


@whole()
def reopen(action: AuditAction, *, reason: str, by: User, at: datetime) -> None:
    """It did not last, or what showed it was wrong. It begins again: a new effect comes after this."""
    must_stand(action)
    held = lock_action(action)
    refuse_unless(held, rules.CONFIRMED, rules.CLOSED)
    Effect.objects.filter(action=held, ended_at=None).update(ended_at=at)
    change_action(
        held, discussed_at=None, done_at=None, checked_at=None, confirmed_at=None, closed_at=None, begun_at=at
    )
    take_step(held, "reopened", reason, by, at)


def reopen_what_did_not_last(*, by: User, at: datetime) -> list[AuditAction]:
    """Every action whose effect was followed by a fact of its own kind, within the time the change had to last."""
    undone = list(_undone(at))
    for action, fact in undone:
        reopen(action, reason=f"It did not last: {said(fact)}.", by=by, at=at)
    return [action for action, _ in undone]


def _undone(at: datetime) -> Iterator[tuple[AuditAction, Fact]]:
    """Looked for as long as a list that comes late may still tell of those days."""
    since = at - max(timedelta(days=days) for days, _ in rules.LASTS) - rules.TOLD_LATE
    standing = Effect.objects.filter(
        ended_at=None, at__gte=since, entry__struck_out_at=None, action__confirmed_at__isnull=False,
        action__is_counted=True, action__entry__struck_out_at=None,
    ).exclude(action__about="")  # fmt: skip
    for effect in standing.select_related("action", "entry"):
        if fact := _followed(effect.action, effect):
            yield effect.action, fact
