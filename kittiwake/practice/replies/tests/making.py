"""Interviews and replies to test with."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.practice.missing import recording as missing
from kittiwake.practice.replies import recording
from kittiwake.practice.replies.models import Reply
from kittiwake.practice.return_interviews import recording as interviews
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast

SEEN, BACK, HELD = (NOW - timedelta(hours=hours) for hours in (90, 60, 30))


def interview(cast: Cast, child: Child | None = None, held: object = HELD, **more: object) -> ReturnInterview:
    child, by = child or cast.ash, cast.user("worker")
    episode = missing.report_missing(
        child, last_seen=Moment(SEEN), reported=Moment(SEEN), source="carer", by=by, at=NOW
    )
    missing.record_return(episode, returned=Moment(BACK), by=by, at=NOW)
    facts = {
        "interviewer_name": "Robin",
        "independent": True,
        "own_words": "I want my phone back",
        "hear_back": "online",
    }
    return interviews.hold(child, episodes=[episode], held=Moment(held), **{**facts, **more}, by=by, at=NOW)


def reply(cast: Cast, child: Child | None = None, **more: object) -> Reply:
    words = {"heard": "You told us about Dock Road", "will_do": "Robin will ring your school on Monday"}
    facts = {**words, "whom_to_ring": "Robin", "by": cast.user("worker"), "at": NOW}
    return recording.write_reply(child or cast.ash, **{**facts, **more})


def told(cast: Cast, reply: Reply, **more: object) -> Reply:
    facts = {"told": Moment(NOW - timedelta(hours=1)), "how": "in_person", "told_by": "Robin"}
    recording.tell(reply, **{**facts, **more}, by=cast.user("worker"), at=NOW)
    return reply
