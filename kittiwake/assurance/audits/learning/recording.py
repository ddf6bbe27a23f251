"""Themes across actions, and people coming together to learn from them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.assurance.audits import events
from kittiwake.assurance.audits.models import (
    Attendance,
    AuditAction,
    EventAction,
    EventTheme,
    LearningEvent,
    Theme,
)
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Worker


@whole()
def hold_event(
    *,
    title: str,
    held_on: date,
    learned: str,
    themes: Iterable[Theme],
    came: Iterable[Worker],
    by: User,
    at: datetime,
    will_change: str = "",
) -> LearningEvent:
    """People learned from what audits found: the actions of these themes, as whoever writes this may see them.

    Refuses an event without a theme, and one to which nobody came.
    """
    must_be_believable(at, held_on=held_on)
    themes, came = list(themes), list(came)
    if not themes:
        raise Refused("Select what it was about.", field="themes")
    if not came:
        raise Refused("Select who came.", field="came")
    event = LearningEvent.objects.create(
        title=title, held_on=held_on, learned=learned, will_change=will_change, recorded_at=at, by=by
    )
    EventTheme.objects.bulk_create(EventTheme(event=event, theme=theme) for theme in themes)
    Attendance.objects.bulk_create(Attendance(event=event, worker=worker) for worker in came)
    about = AuditAction.objects.standing().filter(
        themes__theme__in=themes, entry__happened_at__date__lte=held_on
    )
    EventAction.objects.bulk_create(EventAction(event=event, action=action) for action in about.distinct())
    history.write(events.LEARNING_HELD, event, by=by, at=at)
    return event
