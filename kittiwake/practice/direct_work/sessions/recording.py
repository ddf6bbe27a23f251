"""The only way a session is written. Form, import and API all call these."""

from __future__ import annotations

from datetime import datetime
from typing import Unpack

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.direct_work import events, rules
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.direct_work.sessions.facts import Account, HeldFacts, PlanFacts
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.days import YEAR
from kittiwake.record.models import Child, Words, Worker
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import Moment, local_date

SESSION = "direct_work.session"


@whole()
def plan_session(
    child: Child,
    *,
    planned_at: datetime,
    worker_name: str,
    by: User,
    at: datetime,
    **facts: Unpack[PlanFacts],
) -> Session:
    """Somebody will see the child, then and for this."""
    must_be_believable(at, of=child, ahead=YEAR, planned=planned_at)
    if planned_at <= at:
        raise Refused("This has passed. Record the session as held instead.", field="planned")
    kind = dict(rules.KINDS)[facts.get("kind", rules.DIRECT_WORK)]
    entry = record.enter(child, kind=SESSION, summary=f"{kind} planned", happened_at=planned_at, by=by, at=at)
    session = Session.objects.create(
        entry=entry,
        child=child,
        planned_at=planned_at,
        worker_name=worker_name,
        **{**facts, "worker": facts.get("worker") or _worker(worker_name)},
    )
    history.write(events.PLANNED, session, by=by, at=at, child_id=child.pk)
    return session


def _worker(name: str) -> Worker | None:
    """The one worker of that name who has a login; nobody where there are two."""
    workers = Worker.objects.filter(name=name, user__isnull=False)[:2]
    return workers[0] if len(workers) == 1 else None


@whole()
def hold(
    child: Child,
    *,
    held: Moment,
    worker_name: str,
    by: User,
    at: datetime,
    kind: str = rules.DIRECT_WORK,
    session: Session | None = None,
    own_words: str = "",
    topic: str = "",
    may_hear: str = Words.ANYONE,
    occasion: str = "",
    **account: Unpack[Account],
) -> Session:
    """The child was with somebody: one that was planned (`session`), or not.

    A visit at which they were seen stops the clock of the visit that was due and starts that of the next.
    Refuses one in the future, and seen alone without seen.
    """
    must_stand(session)
    must_be_believable(at, of=child, held=held)
    field, wrong = rules.wrong_with_held(held.at, at, seen=account.get("seen"), alone=account.get("alone"))
    if wrong:
        raise Refused(wrong, field=field)
    facts: HeldFacts = {
        **account,
        "worker_name": worker_name,
        "worker": account.get("worker") or _worker(worker_name),
        "kind": kind,
        "time_known": held.time_known,
    }
    row = _held_as_planned(session, held, facts) if session else _held(child, held, facts, by=by, at=at)
    record.keep_words(row.entry, text=own_words, said_at=held.at, topic=topic, may_hear=may_hear)
    settle(child, at)
    if occasion:
        drafts.forget(by, child, occasion)
    history.write(events.HELD, row, by=by, at=at, child_id=child.pk)
    return row


def _held(child: Child, held: Moment, facts: HeldFacts, *, by: User, at: datetime) -> Session:
    summary = dict(rules.KINDS)[facts["kind"]]
    entry = record.enter(child, kind=SESSION, summary=summary, happened_at=held.at, by=by, at=at)
    return Session.objects.create(entry=entry, child=child, held_at=held.at, **facts)


def _held_as_planned(session: Session, held: Moment, facts: HeldFacts) -> Session:
    if not Session.objects.planned().filter(pk=session.pk).update(held_at=held.at, **facts):
        raise Refused("This session has already been recorded. Open it to see what was written.")
    record.took_place(session.entry, summary=dict(rules.KINDS)[facts["kind"]], happened_at=held.at)
    session.refresh_from_db()
    return session


@whole()
def miss(session: Session, *, missed: str, words: str, by: User, at: datetime) -> None:
    """A planned session did not happen. It stops no clock. Refuses one that is still to come or already recorded."""
    must_stand(session)
    if session.planned_at and local_date(session.planned_at) > local_date(at):
        raise Refused("It is still to come. If it was called off, strike it out.", field="missed")
    update = Session.objects.planned().filter(pk=session.pk)
    if not update.update(missed=missed, missed_words=words):
        raise Refused("This session has already been recorded. Open it to see what was written.")
    label = dict(rules.KINDS)[session.kind]
    record.took_place(session.entry, summary=f"{label} missed", happened_at=session.planned_at or at)
    session.refresh_from_db()
    history.write(events.MISSED, session, by=by, at=at, child_id=session.child_id)


@whole()
def keep_words(
    session: Session, *, text: str, by: User, at: datetime, topic: str = "", may_hear: str = ""
) -> Words:
    """More of what the child said at a session, each thing a quote of its own."""
    must_stand(session)
    if session.held_at is None:
        raise Refused("Record the session as held first.")
    words = record.keep_words(
        session.entry, text=text, said_at=session.held_at, topic=topic, may_hear=may_hear
    )
    if words is None:
        raise Refused("Enter what they said.", field="text")
    history.write(events.WORDS_KEPT, session, by=by, at=at, child_id=session.child_id)
    return words


@whole()
def strike_out(session: Session, *, reason: str, by: User, at: datetime) -> None:
    """Recorded wrongly, or called off. The clocks it stopped run again, due when they always were."""
    record.strike_out(session.entry, reason=reason, by=by, at=at)
    settle(session.child, at)
    history.write(events.STRUCK_OUT, session, by=by, at=at, child_id=session.child_id)
