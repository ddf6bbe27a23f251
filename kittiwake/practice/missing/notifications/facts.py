"""What is said of somebody who has to be told."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict


class NotificationFacts(TypedDict, total=False):
    """When they were told, whom and how; or why they were not."""

    told_at: datetime | None
    who: str
    how: str
    not_told_reason: str
