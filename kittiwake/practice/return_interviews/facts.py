"""What is said of a return interview: the same types serve the form, an import and the interface for machines."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypedDict

from kittiwake.record.models import Child, Team, Worker


class AccountFacts(TypedDict, total=False):
    """ReturnInterview's own fields that somebody writes. No answer is none where none is honest."""

    interviewer: Worker | None
    interviewer_name: str
    independent: bool | None  # none: as the record knows
    independent_why: str
    chosen_by_child: bool | None
    place: str  # rules.PLACES
    alone: bool | None
    who_else: str
    communication: str
    hear_back: str  # rules.HEAR_BACK
    may_share: bool | None
    own_words: str
    before: str
    push: list[str]  # rules.PUSH
    pull: list[str]  # rules.PULL
    where: str
    with_whom: str
    travel: str
    slept: str
    given: str
    online: str
    harm: str
    health: str
    after: str
    wants_to_change: str
    safe_people: str
    safety_tips: str
    other_children: str
    analysis: str
    safeguarding_referral: bool | None
    intelligence_submitted: bool | None


class FollowUpFacts(TypedDict):
    """Another child may be at risk: what somebody does about it."""

    what: str
    about_child: Child | None
    team: Team
    due_on: date


class SharingFacts(TypedDict):
    shared_at: datetime
    shared_with: str
