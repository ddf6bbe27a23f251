"""Returns, offers and interviews to start from."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews import recording
from kittiwake.practice.return_interviews.models import Offer, ReturnInterview
from kittiwake.practice.return_interviews.offers import recording as offers
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast

HOUR = timedelta(hours=1)
BACK = NOW - 30 * HOUR


def a_return(
    cast: Cast, *, back: Any = BACK, away: timedelta = 10 * HOUR, child: Child | None = None
) -> Episode:
    by = cast.user("worker")
    away_at = Moment(back - away)
    episode = missing.report_missing(child or cast.ash, reported=away_at, source="carer", by=by, at=NOW)
    missing.record_return(episode, returned=Moment(back), by=by, at=NOW)
    return episode


def an_offer(
    cast: Cast, *episodes: Episode, answer: str = "accepted", at: Any = BACK + 5 * HOUR, **more: Any
) -> Offer:
    facts: dict[str, Any] = {"offered_by": "Interviewer", "how": "phone", **more}
    by = cast.user("interviewer")
    return offers.offer(
        cast.ash, episodes=episodes, offered=Moment(at), answer=answer, by=by, at=NOW, **facts
    )


def an_interview(cast: Cast, *episodes: Episode, at: Any = BACK + 20 * HOUR, **more: Any) -> ReturnInterview:
    facts: dict[str, Any] = {
        "own_words": "I went to see Dev. He said he would drive me home and he did not.",
        "interviewer": cast.workers["interviewer"],
        **more,
    }
    by = cast.user("interviewer")
    return recording.hold(cast.ash, episodes=episodes, held=Moment(at), by=by, at=NOW, **facts)


def once(**answers: Any) -> dict[str, Any]:
    """A form with its one-time token."""
    return {"once": str(uuid4()), **answers}


def moment(name: str, at: Any) -> dict[str, str]:
    """A date and time as they are typed (winter: London is UTC)."""
    return {
        f"{name}_day": str(at.day),
        f"{name}_month": str(at.month),
        f"{name}_year": str(at.year),
        f"{name}_time": at.strftime("%H:%M"),
    }
