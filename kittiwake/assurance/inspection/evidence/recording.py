"""Putting in what shows how a concern stands, and setting it aside."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Unpack

from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.assurance.inspection import events, rules
from kittiwake.assurance.inspection.concerns.recording import hold, refuse_closed
from kittiwake.assurance.inspection.concerns.standing import is_owner
from kittiwake.assurance.inspection.evidence.facts import EvidenceFacts
from kittiwake.assurance.inspection.figures import Live, of_key
from kittiwake.assurance.inspection.models import ChildEvidence, Concern, Evidence
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date

# What each kind has to name beside its words.
NAMES = {
    rules.MEASURE: ("measure", "Select the measure."),
    rules.AUDIT: ("programme", "Select which audits."),
    rules.ENTRY: ("entry", "Select the entry."),
    rules.DOCUMENT: ("where", "Say where it is kept, so that somebody else finds it."),
}


@whole()
def put_in(concern: Concern, *, by: User, at: datetime, **facts: Unpack[EvidenceFacts]) -> Evidence:
    """Something that shows it is better, or that it is not. Of a measure the figure is kept as whoever puts it in sees it now.

    Refuses evidence without words or without what it names, of an action of another concern, and a figure there is not.
    """
    held = hold(concern)
    refuse_closed(held)
    _refuse_nameless(facts)
    action, today = facts.get("action"), local_date(at)
    if action is not None and action.concern_id != held.pk:
        raise Refused("That action is another concern’s.", field="action")
    on = facts.get("on") or today
    must_be_believable(at, on=on)
    if on > today:
        raise Refused("It cannot be of a day to come.", field="on")
    evidence = Evidence.objects.create(
        concern=held, action=action, kind=facts["kind"], says=facts["says"], by=by, at=at,
        **_of_its_kind(facts, on, today, by),
    )  # fmt: skip
    if entry := facts.get("entry") if facts["kind"] == rules.ENTRY else None:
        must_stand(entry)
        ChildEvidence.objects.create(evidence=evidence, entry=entry, words=facts["words"].strip())
    history.write(events.EVIDENCE_ADDED, evidence, by=by, at=at)
    return evidence


def _refuse_nameless(facts: EvidenceFacts) -> None:
    if not facts["words"].strip():
        raise Refused("Say what it shows.", field="words")
    field, why = NAMES.get(facts["kind"], ("", ""))
    if field and not facts.get(field):
        raise Refused(why, field=field)


def _of_its_kind(facts: EvidenceFacts, on: date, today: date, by: User) -> dict[str, Any]:
    words = {"words": facts["words"].strip()}
    if facts["kind"] == rules.MEASURE:
        return {**words, **_figure(facts.get("measure", ""), today, by)}
    if facts["kind"] == rules.AUDIT:
        return {**words, "on": today, "programme": facts.get("programme")}
    if facts["kind"] == rules.ENTRY:
        return {"on": today}
    if facts["kind"] == rules.DOCUMENT:
        return {**words, "on": on, "where": facts.get("where", "").strip()}
    return {**words, "on": on}


def _figure(key: str, today: date, by: User) -> dict[str, Any]:
    live = Live(Viewer(by), today, [key], patience=None)
    figure = live.now(key)
    if of_key(key) is None or figure is None or figure.value is None:
        raise Refused(
            "There is no figure of this measure yet. Choose another, or wait for cases.", field="measure"
        )
    return {
        "measure": key, "on": today, "first": live.period.first, "value": figure.value,
        "numerator": figure.numerator, "denominator": figure.denominator,
    }  # fmt: skip


@whole()
def set_aside(evidence: Evidence, *, why: str, by: User, at: datetime) -> None:
    """It shows nothing any more, or never did: it stays listed, with who said so and why.

    Refuses the owner of the concern or of an action of it: whoever is to be judged does not choose what they are judged by.
    """
    held = hold(evidence.concern)
    refuse_closed(held)
    if is_owner(held, by):
        raise NotYours("You own this concern or one of its actions. Somebody else sets evidence aside.")
    if not why.strip():
        raise Refused("Say why it is set aside.", field="why")
    standing = Evidence.objects.standing().filter(pk=evidence.pk)
    if not standing.update(set_aside_at=at, set_aside_by=by, set_aside_why=why.strip()):
        raise Refused("It has already been set aside. Look at the concern again.")
    history.write(events.EVIDENCE_SET_ASIDE, evidence, by=by, at=at, changes={"why": (None, why.strip())})
