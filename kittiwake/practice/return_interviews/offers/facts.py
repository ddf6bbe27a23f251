"""What is said of an offer."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypedDict

from kittiwake.practice.missing.models import Episode
from kittiwake.time.moments import Moment


class OfferDetails(TypedDict, total=False):
    """Offer's own fields that may be left out."""

    to_whom: str
    why: str
    chosen_interviewer: str
    chosen_why: str


class OfferFacts(OfferDetails):
    episodes: Collection[Episode]
    offered: Moment
    offered_by: str
    how: str  # rules.MEANS
    answer: str  # rules.ANSWERS
    child_words: str
