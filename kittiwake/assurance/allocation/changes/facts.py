"""What is said of a change of worker: by a form, an import or the made-up council."""

from __future__ import annotations

from datetime import date
from typing import NotRequired, TypedDict

from kittiwake.record.models import Team, Worker


class ChangeFacts(TypedDict):
    """`instead_of` is the allocation that was on the screen; no `worker` where only a team holds the child."""

    team: Team
    worker: Worker | None
    starts_on: date
    reason: str
    instead_of: int | None
    is_cover: NotRequired[bool]
    reason_words: NotRequired[str]
    over_cap_why: NotRequired[str]
    with_actions: NotRequired[bool]
