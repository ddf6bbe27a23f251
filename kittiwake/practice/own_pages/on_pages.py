"""What the area puts on pages that cut across areas."""

from __future__ import annotations

from kittiwake.practice.own_pages.models import Hold, OwnPage, Talk
from kittiwake.practice.own_pages.recording import HOLD, PAGE, TALK
from kittiwake.primitives.shared_pages.chronology import ChronologyLine, Lines
from kittiwake.ui.dates import long_date


def told_of_talk(talk: Talk) -> Lines:
    return [
        f"Who else may see their post: {talk.post_seen_by}",
        f"Who else uses their phone: {talk.phone_used_by}",
    ]


def told_of_page(own_page: OwnPage) -> Lines:
    if own_page.ended_at is None:
        return []
    return [f"Ended {long_date(own_page.ended_at)}: {own_page.ended_why}"]


def told_of_hold(hold: Hold) -> Lines:
    over = f"Over from {long_date(hold.lifted_at)}: {hold.lifted_why}" if hold.lifted_at else ""
    return [hold.why, over]


PARTS = [
    ChronologyLine(TALK, Talk, told_of_talk),
    ChronologyLine(PAGE, OwnPage, told_of_page),
    ChronologyLine(HOLD, Hold, told_of_hold),
]
