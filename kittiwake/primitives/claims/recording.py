"""The only way a claim is written, decided and compared."""

from __future__ import annotations

from datetime import date, datetime
from typing import Unpack

from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.claims import events, rules
from kittiwake.primitives.claims.facts import ClaimFacts
from kittiwake.primitives.claims.models import Claim, Entity
from kittiwake.record.believing import must_be_believable
from kittiwake.record.identifiers.tidy import NotValid
from kittiwake.record.models import Child, Entry
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date


@whole()
def make(
    entry: Entry,
    child: Child,
    *,
    kind: str,
    wording: str,
    link: str,
    by: User,
    at: datetime,
    number: str = "",
    platform: str = "",
    said_on: date | None = None,
    source_grade: str = "2",
    information_grade: str = "A",
    handling: str = "P",
    conditions: str = "",
    **facts: Unpack[ClaimFacts],
) -> Claim:
    """Somebody said so, in `entry`.

    `wording` is their words; `number` the plate, phone number or name online, with ? for what is not known. Refuses a
    number that cannot be one, and sharing with conditions that nobody names. `said_on` is the entry's day unless given.
    """
    must_stand(entry)
    must_be_believable(at, of=child, from_on=facts.get("from_on"), to_on=facts.get("to_on"))
    if child.pk != entry.child_id:
        raise Refused("This is on another child's record. Open that child and add it there.")
    if handling == rules.WITH_CONDITIONS and not conditions:
        raise Refused("Enter the conditions under which it may be shared.", field="conditions")
    _refuse_dates(facts.get("from_on"), facts.get("to_on"))
    _refuse_naming(child, facts.get("named_child"))
    day = said_on or local_date(entry.happened_at)
    claim = Claim.objects.create(
        entry=entry,
        child=child,
        kind=kind,
        wording=wording,
        number=number,
        platform=platform,
        match_key=_key(kind, wording, number, platform),
        link=link,
        source_grade=source_grade,
        information_grade=information_grade,
        handling=handling,
        conditions=conditions,
        last_confirmed_on=day,
        expires_on=rules.expires_on(day),
        recorded_at=at,
        by=by,
        **facts,
    )
    history.write(events.MADE, claim, by=by, at=at, child_id=child.pk)
    return claim


def _key(kind: str, wording: str, number: str, platform: str) -> str:
    try:
        return rules.match_key(kind, wording, number, platform)
    except NotValid as problem:
        raise Refused(str(problem), field="number") from problem


def _refuse_dates(from_on: date | None, to_on: date | None) -> None:
    if from_on and to_on and to_on < from_on:
        raise Refused("The last day must be the same as or after the first.", field="to_on")


def _refuse_naming(child: Child, named: Child | None) -> None:
    if named == child:
        raise Refused("Choose another child: this is their own record.", field="named_child")


@whole()
def decide(
    claim: Claim,
    *,
    verdict: str,
    by: User,
    at: datetime,
    reason: str = "",
    entity: Entity | None = None,
    label: str = "",
    named_child: Child | None = None,
) -> Claim:
    """Somebody looked at it: it is so, it is not so, or they are not sure yet. May be decided again; history keeps both.

    Accepting says what it is about: `entity`, a new one called `label` (as it was said, where there is no label), or for
    another child `named_child`, where that is known. Refuses to refuse a claim without a reason.
    """
    must_stand(claim)
    before = Claim.objects.select_for_update().get(pk=claim.pk)
    if verdict == rules.REFUSED and not reason:
        raise Refused("Enter why it is not so.", field="reason")
    _refuse_naming(before.child, named_child)
    if entity is not None and entity.kind != before.kind:
        raise Refused("Choose something of the same kind as what was said.", field="entity")
    if verdict == rules.ACCEPTED and before.kind != rules.CHILD:
        entity = entity or _new_entity(before, label, by, at)
    Claim.objects.filter(pk=before.pk).update(
        decision=verdict,
        reason=reason,
        entity=entity if verdict == rules.ACCEPTED else None,
        named_child=named_child or before.named_child,
        decided_by=by,
        decided_at=at,
        version=F("version") + 1,
    )
    words = dict(rules.DECISIONS)
    changes = {
        "Decision": (words.get(before.decision, ""), words[verdict]),
        "Reason": (before.reason, reason),
    }
    history.write(events.DECIDED, before, by=by, at=at, child_id=before.child_id, changes=changes)
    claim.refresh_from_db()
    return claim


def _new_entity(claim: Claim, label: str, by: User, at: datetime) -> Entity:
    """One entity for one whole number; what is only described is new unless somebody chose."""
    new = {"label": label or claim.number or claim.wording, "recorded_at": at, "recorded_by": by}
    if claim.kind in rules.NUMBERED and claim.match_key:
        return Entity.objects.get_or_create(kind=claim.kind, match_key=claim.match_key, defaults=new)[0]
    return Entity.objects.create(kind=claim.kind, match_key=claim.match_key, **new)


@whole()
def confirm(claim: Claim, *, confirmed_on: date, by: User, at: datetime) -> None:
    """It was still so on that day: in date again. An earlier day than the last one changes nothing."""
    must_stand(claim)
    must_be_believable(at, of=claim.entry.child, confirmed_on=confirmed_on)
    if confirmed_on > local_date(at):
        raise Refused("The day must be today or in the past.", field="confirmed_on")
    fresher = Claim.objects.filter(pk=claim.pk, last_confirmed_on__lt=confirmed_on)
    changed = fresher.update(
        last_confirmed_on=confirmed_on, expires_on=rules.expires_on(confirmed_on), version=F("version") + 1
    )
    if changed:
        was = {"Last confirmed": (claim.last_confirmed_on, confirmed_on)}
        history.write(events.CONFIRMED, claim, by=by, at=at, child_id=claim.child_id, changes=was)
        claim.refresh_from_db()
