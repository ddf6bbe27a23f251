"""The only way a risk is written. Form, import and API all call these."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.risk import events, rules
from kittiwake.practice.risk.models import PresentingRisk, Raised, RiskMovement
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Child, Entry
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date

PRESENTING_RISK = "risk.presenting_risk"
OVER = "This risk has been closed or struck out. Open it again from what has happened since."


@whole()
def open_risk(
    child: Child,
    *,
    domain: str,
    level: str,
    why: str,
    by: User,
    at: datetime,
    because_of: Entry | None = None,
    since_on: date | None = None,
    certainty: str = "suspected",
) -> PresentingRisk:
    """Something may harm the child, or is harming them. Every plan from now on has to answer it.

    `because_of` is what showed it: an interview, an episode. `since_on` is the day of `at` where nobody says. Refuses
    a risk of the same kind that is already open: move that one instead.
    """
    must_be_believable(at, of=child, since_on=since_on)
    _refuse_unknown(domain, level, certainty)
    refuse_reason_elsewhere(child, because_of)
    since_on = since_on or local_date(at)
    if since_on > local_date(at):
        raise Refused("The day it began must be today or in the past.", field="since_on")
    summary = f"{dict(rules.DOMAINS)[domain]}: {dict(rules.LEVELS)[level].lower()}"
    entry = record.enter(child, kind=PRESENTING_RISK, summary=summary, happened_at=at, by=by, at=at)
    risk = _open(entry, domain=domain, level=level, why=why, since_on=since_on, certainty=certainty)
    if because_of:
        record.inform(entry, because_of=because_of)
    _move(risk, None, level=level, words=why, because_of=because_of, by=by, at=at)
    settle(child, at)
    history.write(events.OPENED, risk, by=by, at=at, child_id=child.pk)
    return risk


def _open(entry: Entry, **facts: object) -> PresentingRisk:
    with refused_by(
        risk_once_at_a_time=Refused(
            "This risk is already open. Go to it and say whether its level has moved.", field="domain"
        )
    ):
        return PresentingRisk.objects.create(entry=entry, child_id=entry.child_id, **facts)


def _refuse_unknown(domain: str, level: str, certainty: str) -> None:
    lists = {"domain": (domain, rules.DOMAINS), "level": (level, rules.LEVELS)}
    for field, (value, known) in {**lists, "certainty": (certainty, rules.CERTAINTIES)}.items():
        if value not in dict(known):
            raise Refused(f"“{value}” is not a {field} that can be recorded.", field=field)


def refuse_reason_elsewhere(child: Child, because_of: Entry | None) -> None:
    if because_of is not None and because_of.child_id != child.pk:
        raise Refused("What showed this is on another child's record. Choose something from this child's.")


@whole()
def move_risk(
    risk: PresentingRisk, *, level: str, words: str, by: User, at: datetime, because_of: Entry | None = None
) -> RiskMovement:
    """The level judged again: up, down, or looked at and unchanged. Earlier levels stay. Refuses a closed risk."""
    must_stand(risk)
    _refuse_unknown(risk.domain, level, risk.certainty)
    refuse_reason_elsewhere(risk.child, because_of)
    was = _hold(risk).level
    _change(risk, level=level)
    moved = _move(risk, was, level=level, words=words, because_of=because_of, by=by, at=at)
    names = dict(rules.LEVELS)
    changes = {"Level": (names[was], names[level])}
    history.write(events.MOVED, risk, by=by, at=at, child_id=risk.child_id, changes=changes)
    return moved


def _move(
    risk: PresentingRisk,
    was: str | None,
    *,
    level: str,
    words: str,
    because_of: Entry | None,
    by: User,
    at: datetime,
) -> RiskMovement:
    """One movement; where it went up, the moment is a row of its own that a meeting can answer."""
    moved = RiskMovement.objects.create(
        risk=risk, level=level, words=words, because_of=because_of, by=by, at=at
    )
    if rules.is_raised(was, level):
        Raised.objects.create(
            movement=moved,
            risk=risk,
            child_id=risk.child_id,
            since_at=at,
            level_from=was or "",
            level_to=level,
            evidence=because_of,
        )
    return moved


@whole()
def close_risk(
    risk: PresentingRisk, *, reason: str, by: User, at: datetime, because_of: Entry | None = None
) -> None:
    """It no longer stands, for a reason and with its evidence. Plans need not answer it any longer."""
    must_stand(risk)
    refuse_reason_elsewhere(risk.child, because_of)
    _hold(risk)
    _change(
        risk,
        closed_at=at,
        closed_by=by,
        closed_reason=reason,
        closed_because_of=because_of,
        is_counted=False,
    )
    settle(risk.child, at)
    history.write(events.CLOSED, risk, by=by, at=at, child_id=risk.child_id)


@whole()
def strike_out(risk: PresentingRisk, *, reason: str, by: User, at: datetime) -> None:
    """Recorded wrongly: struck through with the reason, and answered by no plan."""
    record.strike_out(risk.entry, reason=reason, by=by, at=at)
    _change(risk, is_counted=False)
    settle(risk.child, at)
    history.write(events.STRUCK_OUT, risk, by=by, at=at, child_id=risk.child_id)


def _hold(risk: PresentingRisk) -> PresentingRisk:
    """Two people at once: the second waits for the first, and is told if it is over by then."""
    held = PresentingRisk.objects.standing().select_for_update(of=("self",)).filter(pk=risk.pk).first()
    if held is None:
        raise Refused(OVER)
    return held


def _change(risk: PresentingRisk, **fields: object) -> None:
    PresentingRisk.objects.filter(pk=risk.pk).update(version=F("version") + 1, **fields)
    risk.refresh_from_db()
