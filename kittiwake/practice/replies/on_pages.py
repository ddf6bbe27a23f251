"""What the area puts on pages that cut across areas."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from kittiwake.access.viewer import Viewer
from kittiwake.accounts.roles import Role
from kittiwake.areas.powers import Power
from kittiwake.practice.replies.models import Reply
from kittiwake.practice.replies.recording import REPLY
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.practice.return_interviews.on_pages import newest
from kittiwake.primitives.shared_pages.child_page import ChildPart, OnChild, Where
from kittiwake.primitives.shared_pages.chronology import ChronologyLine, Lines
from kittiwake.primitives.shared_pages.my_work import AnswersFrom, ChangeLine, DraftForm, FrontPageOf
from kittiwake.queries.kept import kept
from kittiwake.ui.components import Quote
from kittiwake.ui.dates import long_date

LATEST = 5


@dataclass(frozen=True)
class WhatTheyWereTold:
    told: list[Quote]
    waits_to_hear: ReturnInterview | None


def what_they_were_told(page: OnChild) -> WhatTheyWereTold | None:
    told = _told(page)
    waits = _waits_to_hear(page, told)
    return WhatTheyWereTold(told, waits) if told or waits else None


def _told(page: OnChild) -> list[Quote]:
    """What the child was told came of what they said, newest first."""
    return [Quote(reply.will_do, on=reply.told_at, href=reply.get_absolute_url()) for reply in _latest(page)]


@kept
def _latest(page: OnChild) -> QuerySet[Reply]:
    replies = page.viewer.see(Reply).told().filter(child=page.child)
    return replies.select_related("entry").order_by("-told_at", "-pk")[:LATEST]


def _waits_to_hear(page: OnChild, told: list[Quote]) -> ReturnInterview | None:
    """The newest interview after which the child has been told nothing."""
    last = next(iter(page.once(newest)), None)
    if last is None or any(quote.on and quote.on >= last.held_at for quote in told):
        return None
    return last


def told_of(reply: Reply) -> Lines:
    how = reply.get_told_how_display().lower()
    told = (
        f"Told on {long_date(reply.told_at)}, {how}, by {reply.told_by}" if reply.told_at else "Not told yet"
    )
    return [told, reply.will_do]


def were_told(viewer: Viewer, since: datetime, until: datetime) -> Iterable[int]:
    told = viewer.see(Reply).told().filter(told_at__gt=since)
    return told.order_by("-told_at").values_list("child_id", flat=True)


PARTS = [
    ChildPart("told", Where.RECORD, 90, "replies/_on_child.html", what_they_were_told, power=Power.SEE),
    ChronologyLine(REPLY, Reply, told_of),
    ChangeLine(50, "told what came of what they said", were_told),
    DraftForm(REPLY, "replies:write_reply"),
    AnswersFrom(REPLY),
    FrontPageOf(Role.CHILD, "replies:mine"),
]
