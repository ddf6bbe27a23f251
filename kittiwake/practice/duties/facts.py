"""What is said of something owed to a child that was done."""

from __future__ import annotations

from typing import TypedDict

from kittiwake.time.moments import Moment


class DoneFacts(TypedDict):
    kind: str  # rules.KINDS
    done: Moment
    who: str
    words: str
