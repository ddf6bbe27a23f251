"""What the area puts on pages that cut across areas."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from kittiwake.areas.powers import Power
from kittiwake.practice.direct_work.goals.showing import GoalShown, goals_of
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.direct_work.showing import quotes
from kittiwake.primitives.shared_pages.child_page import ChildPart, OnChild, Where
from kittiwake.primitives.shared_pages.chronology import ChronologyLine, Lines, alone
from kittiwake.primitives.shared_pages.my_work import DraftForm
from kittiwake.queries.kept import kept
from kittiwake.queries.together import together
from kittiwake.record.models import Words

LATEST = 5
ABOUT_ME = "me"


@dataclass(frozen=True)
class Said:
    words: list[Words]
    is_read: bool  # whether the viewer reads all of it


def in_their_own_words(page: OnChild) -> Said | None:
    """Who they are in their own words; else what they said last."""
    newest = _newest(page)
    about_me = [words for words in newest if words.about == ABOUT_ME]
    words = (about_me or newest)[:2]
    return Said(words, _sees_work(page)) if words else None


@kept
def _newest(page: OnChild) -> QuerySet[Words]:
    return quotes(page.viewer, page.child)[: LATEST * 4]


def _sees_work(page: OnChild) -> bool:
    viewer = page.viewer
    return not viewer.is_outside and viewer.may(Power.SEE_CHRONOLOGY) and viewer.may(Power.SEE)


@dataclass(frozen=True)
class Work:
    goals: list[GoalShown]  # what they want to be different, and where they put themselves
    last_seen: Session | None


def work(page: OnChild) -> Work:
    return Work(*together(lambda: goals_of(page.viewer, page.child), lambda: _last_seen(page)))


def _last_seen(page: OnChild) -> Session | None:
    return next(iter(_seen(page)), None)


@kept
def _seen(page: OnChild) -> QuerySet[Session]:
    seen = page.viewer.see(Session).held().filter(child=page.child, seen=True)
    return seen.select_related("entry").order_by("-held_at")[:1]


def told_of(session: Session) -> Lines:
    if session.missed:
        return [f"{session.get_missed_display()}. {session.missed_words}".strip()]
    if session.held_at is None:
        return ["Planned"]
    seen = f"Seen by {session.worker_name}{alone(session.alone, session.who_else)}"
    return ["Not seen" if session.seen is False else seen, session.tried, session.changed]


PARTS = [
    ChildPart("voice", Where.VOICE, 10, "direct_work/_voice.html", in_their_own_words),
    ChildPart("work", Where.RECORD, 50, "direct_work/_work.html", work, power=Power.SEE),
    ChronologyLine("direct_work.session", Session, told_of),
    DraftForm("direct_work.session", "direct_work:hold", "direct_work:record_held"),
]
