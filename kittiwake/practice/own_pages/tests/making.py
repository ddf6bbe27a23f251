"""A talk and a page to test with."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from kittiwake.practice.own_pages import recording, rules
from kittiwake.practice.own_pages.models import OwnPage
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast

ENDS_ON = date(2027, 3, 1)


def said(**more: Any) -> dict[str, Any]:
    facts = {
        "talked": Moment(NOW - timedelta(hours=2)),
        "told": [key for key, _ in rules.TOLD],
        "own_words": "Only if my stepdad cannot see it",
        "post_seen_by": "Opened by her stepfather",
        "phone_used_by": "Nobody",
        "night_number": "0300 000 0000",
        "ends_on": ENDS_ON,
    }
    return {**facts, **more}


def given(cast: Cast, child: Child | None = None, *, by: str = "worker", **more: Any) -> OwnPage:
    return recording.give(child or cast.ash, **said(**more), by=cast.user(by), at=NOW)


def code(cast: Cast, own_page: OwnPage, *, by: str = "worker") -> str:
    return recording.make_code(own_page, by=cast.user(by), at=NOW)
