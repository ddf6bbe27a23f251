"""The only way a disruption tactic is written. Form, import and API all call these."""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.disruption import events, powers, rules
from kittiwake.practice.disruption.models import Concern, Effect, Tactic, TacticStep
from kittiwake.primitives.claims.models import Entity
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Child, Entry
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date, start_of

KIND = "disruption.tactic"


@whole()
def request(
    child: Child,
    *,
    power: str,
    target: str,
    on_what: str,
    why: str,
    who: str,
    on: date,
    by: User,
    at: datetime,
    entity: Entity | None = None,
    conditions: str = "",
    because_of: Entry | None = None,
) -> Concern:
    """Somebody asks for a power to be used on an adult, a place or a phone line, to make this child safer.

    Refuses a target the power is not for, and a day to come. A power not in force may be asked for, not used.
    """
    must_be_believable(at, of=child, on=on)
    _refuse_future(on, at)
    if why_not := powers.wrong_target(powers.REGISTER[power], target):
        raise Refused(why_not, field="power")
    if because_of is not None and because_of.child_id != child.pk:
        raise Refused(
            "What this is because of is on another child's record. Choose something from this child’s."
        )
    tactic = Tactic.objects.create(
        power=power, target=target, on_what=on_what, entity=entity, conditions=conditions
    )
    concern = _concern(tactic, child, why, on, by, at)
    if because_of:
        record.inform(concern.entry, because_of=because_of)
    _take(tactic, rules.REQUESTED, on, who, "", None, by, at)
    history.write(events.REQUESTED, concern, by=by, at=at, child_id=child.pk)
    return concern


def _concern(tactic: Tactic, child: Child, why: str, on: date, by: User, at: datetime) -> Concern:
    summary = f"Disruption: {tactic.get_power_display()}"
    entry = record.enter(child, kind=KIND, summary=summary, happened_at=start_of(on), by=by, at=at)
    return Concern.objects.create(entry=entry, child=child, tactic=tactic, why=why)


def _refuse_future(on: date, at: datetime) -> None:
    if on > local_date(at):
        raise Refused("The day must be today or in the past.", field="on")


@whole()
def link_child(concern: Concern, *, child: Child, why: str, by: User, at: datetime) -> Concern:
    """Another child whom the same tactic is meant to make safer. Neither child's record says who the other is."""
    must_stand(concern)
    tactic = _lock(concern)
    if Concern.objects.standing().filter(tactic=tactic, child=child).exists():
        raise Refused("This child is already linked to it.", field="child")
    linked = _concern(tactic, child, why, local_date(at), by, at)
    Tactic.objects.filter(pk=tactic.pk).update(concerns_others=True)
    history.write(events.CHILD_LINKED, linked, by=by, at=at, child_id=child.pk)
    return linked


@whole()
def take_step(
    concern: Concern,
    *,
    kind: str,
    on: date,
    who: str,
    by: User,
    at: datetime,
    words: str = "",
    until_on: date | None = None,
) -> TacticStep:
    """It came one step further, or something came of it in court. Refuses the wrong order, a power not in force on
    the day, and a length the law does not allow, each in the rule's words. Two people at once: the second is told."""
    must_stand(concern)
    must_be_believable(at, of=concern.child, on=on, until_on=until_on)
    tactic = _lock(concern)
    _refuse_future(on, at)
    taken = [rules.Taken(step.kind, step.on) for step in tactic.steps.order_by("pk")]
    if why := rules.why_not_next(tactic.in_register, taken, rules.Taken(kind, on)):
        raise Refused(why, field="kind")
    if kind in rules.USES and (why := powers.not_in_force(tactic.in_register, on)):
        raise Refused(why, field="on")
    if kind != rules.GRANTED:
        until_on = None
    if why := rules.how_long(tactic.in_register, on, until_on):
        raise Refused(why, field="until_on")
    step = _take(tactic, kind, on, who, words, until_on, by, at)
    history.write(events.STEP_TAKEN, step, by=by, at=at, child_id=concern.child_id)
    return step


def _take(
    tactic: Tactic, kind: str, on: date, who: str, words: str, until_on: date | None, by: User, at: datetime
) -> TacticStep:
    facts = {"kind": kind, "on": on, "who": who, "words": words, "until_on": until_on}
    return TacticStep.objects.create(tactic=tactic, by=by, at=at, **facts)


@whole()
def rate_effect(concern: Concern, *, rating: str, words: str, on: date, by: User, at: datetime) -> Effect:
    """What it changed, and how that is known. Refused until it has been used."""
    must_stand(concern)
    tactic = _lock(concern)
    _refuse_future(on, at)
    used = tactic.steps.filter(kind=rules.GRANTED).order_by("on").first()
    if used is None:
        raise Refused("It has not been used yet, so nothing can have come of it. Record first that it was.")
    if on < used.on:
        raise Refused("That day is before it was used.", field="on")
    effect = Effect.objects.create(tactic=tactic, rating=rating, words=words, on=on, by=by, at=at)
    history.write(events.EFFECT_RATED, effect, by=by, at=at, child_id=concern.child_id)
    return effect


@whole()
def strike_out(concern: Concern, *, reason: str, by: User, at: datetime) -> None:
    """The tactic does not concern this child after all. It stays on their record, struck through."""
    record.strike_out(concern.entry, reason=reason, by=by, at=at)
    history.write(events.STRUCK_OUT, concern, by=by, at=at, child_id=concern.child_id)


def _lock(concern: Concern) -> Tactic:
    return Tactic.objects.select_for_update().get(pk=concern.tactic_id)
