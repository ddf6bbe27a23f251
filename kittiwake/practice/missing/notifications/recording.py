"""Who was told that a child is missing."""

from __future__ import annotations

from datetime import datetime
from typing import Unpack

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.missing import events
from kittiwake.practice.missing.models import Episode, Notification
from kittiwake.practice.missing.notifications.facts import NotificationFacts
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record.believing import must_be_believable
from kittiwake.record.standing import must_stand


@whole()
def notify(
    episode: Episode, *, recipient: str, by: User, at: datetime, **facts: Unpack[NotificationFacts]
) -> Notification:
    """Somebody who has to know was told, by whom and when; or was not, for a reason. Each once."""
    must_stand(episode)
    must_be_believable(at, of=episode.child, told_at=facts.get("told_at"))
    if facts.get("told_at") is None and not facts.get("not_told_reason"):
        raise Refused("Enter when they were told, or why they were not.", field="told_at")
    notification, is_new = Notification.objects.get_or_create(
        episode=episode, duty=recipient, defaults={**facts, "recorded_at": at, "by": by}
    )
    if not is_new:
        raise Refused("This has already been recorded. Open the episode to see by whom.")
    settle(episode.child, at)
    history.write(events.TOLD, notification, by=by, at=at, child_id=episode.child_id)
    return notification
