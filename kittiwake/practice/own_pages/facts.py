"""What is said in the talk before a page is given: the same for form and recording."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TypedDict

from kittiwake.time.moments import Moment


class TalkFacts(TypedDict):
    talked: Moment
    told: Collection[str]  # rules.TOLD
    post_seen_by: str
    phone_used_by: str
    night_number: str
    ends_on: date
    own_words: str
