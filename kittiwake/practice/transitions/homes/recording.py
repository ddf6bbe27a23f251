"""Writing where a care leaver lives."""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.transitions import events, rules
from kittiwake.practice.transitions.models import (
    Home,
)
from kittiwake.practice.transitions.recording import enter
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record import recording as record
from kittiwake.record.models import Child


@whole()
def live_at(
    child: Child,
    *,
    starts_on: date,
    kind: str,
    is_suitable: bool,
    council_provides: bool,
    by: User,
    at: datetime,
    words: str = "",
    child_words: str = "",
) -> Home:
    """Where they live from that day. Where the council provides it, their adviser visits within 7 days."""
    if is_suitable and kind in rules.NEVER_SUITABLE:
        raise Refused(
            "Bed and breakfast, or nowhere settled, is not suitable for a care leaver (guidance to the Children Act 1989, volume 3).",
            field="is_suitable",
        )
    summary = f"Lives: {dict(rules.HOMES)[kind].lower()}"
    entry = enter(child, Home, summary, starts_on, "starts_on", by=by, at=at)
    home = Home.objects.create(
        entry=entry, child=child, starts_on=starts_on, kind=kind, is_suitable=is_suitable,
        council_provides=council_provides, words=words,
    )  # fmt: skip
    record.keep_words(entry, text=child_words, said_at=entry.happened_at, topic="where they live")
    settle(child, at)
    history.write(events.HOME, home, by=by, at=at, child_id=child.pk)
    return home
