"""Asking for oversight, and each turn of the exchange."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.oversight import events
from kittiwake.primitives.oversight.models import Review, Turn
from kittiwake.primitives.oversight.overseen import is_decided_elsewhere
from kittiwake.record.models import Entry, Team
from kittiwake.record.standing import must_stand


@whole()
def ask(entry: Entry, *, team: Team | None, by: User, at: datetime) -> Review:
    """Put a piece of work before a manager. Asking again for the same piece while it waits changes nothing."""
    must_stand(entry)
    review, _ = Review.objects.get_or_create(
        entry=entry, closed_at=None, defaults={"team": team, "asked_by": by, "asked_at": at}
    )
    return review


def ask_at_once(entry: Entry, *, team: Team | None, by: User, at: datetime) -> Review:
    """With the entry itself, while it is being recorded: it stands, and nobody can have asked before."""
    return Review.objects.create(entry=entry, team=team, asked_by=by, asked_at=at)


@whole()
def decide(
    review: Review, *, kind: str, words: str, by: User, at: datetime, asked_more: bool = False
) -> Turn:
    """The manager accepts, questions or returns. Nobody decides on what they put forward themselves.

    `asked_more` is for the area whose own page asks more of a manager than this: without it, such work is refused.
    """
    must_stand(review)
    if not asked_more and is_decided_elsewhere(review.entry.kind):
        raise Refused("This is decided where it is read: open it and record your decision there.")
    _lock_open(review)
    if why_not := why_not_decide(review, by):
        raise NotYours(why_not)
    if kind != Turn.ACCEPT and not words:
        raise Refused("Say what you question or why you send it back.", field="words")
    turn = _take(review, kind, words, by, at)
    if kind == Turn.ACCEPT:
        close(review, at=at)
    return turn


@whole()
def answer(review: Review, *, words: str, by: User, at: datetime) -> Turn:
    """The worker answers a question; it waits for the manager again."""
    must_stand(review)
    _lock_open(review)
    last = review.turns.order_by("-id").first()
    if last is None or last.kind != Turn.QUESTION:
        raise Refused("There is no question waiting for an answer. Open it to see what was decided.")
    if why_not := why_not_answer(last, by):
        raise NotYours(why_not)
    return _take(review, Turn.ANSWER, words, by, at)


def why_not_decide(review: Review, user: User) -> str:
    """Why somebody may not decide on it, on account of who they are; empty where they may."""
    if user.pk == review.asked_by_id:
        return "Somebody else must look at this: you put it forward."
    if user.pk == review.entry.by_id:
        return "Somebody else must look at this: you wrote it."
    return ""


def why_not_answer(question: Turn | None, user: User) -> str:
    """Nobody answers what they asked themselves."""
    asked = question is not None and question.by_id == user.pk
    return (
        "You asked this. Whoever put it forward, or the child’s worker, answers. Ask one of them."
        if asked
        else ""
    )


def close(review: Review, *, at: datetime) -> None:
    """Accepted, or a new version has followed."""
    Review.objects.filter(pk=review.pk, closed_at=None).update(closed_at=at)


def _lock_open(review: Review) -> None:
    """Two managers at once: the second is told, not silently overwritten."""
    if Review.objects.select_for_update().get(pk=review.pk).closed_at is not None:
        raise Refused("This has already been decided. Open it to see what was decided.")


def _take(review: Review, kind: str, words: str, by: User, at: datetime) -> Turn:
    turn = Turn.objects.create(review=review, kind=kind, words=words, by=by, at=at)
    history.write(_EVENTS[kind], review, by=by, at=at, child_id=review.entry.child_id)
    return turn


_EVENTS = {
    Turn.ACCEPT: events.ACCEPTED,
    Turn.QUESTION: events.QUESTIONED,
    Turn.RETURN: events.RETURNED,
    Turn.ANSWER: events.ANSWERED,
}
