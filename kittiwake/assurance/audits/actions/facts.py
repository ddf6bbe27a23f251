"""What an action says: what the form gives and recording takes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import NotRequired, TypedDict

from kittiwake.accounts.models import User
from kittiwake.assurance.audits.models import Theme
from kittiwake.assurance.supervision.models import ChildPart
from kittiwake.record.models import Worker


class ActionFacts(TypedDict):
    what: str
    difference: str
    focus: str
    owner: Worker
    due_on: date
    about: str
    lasts_days: int
    themes: NotRequired[Iterable[Theme]]


class DiscussionFacts(TypedDict):
    words: str
    held_on: date | None
    with_whom: Worker | None
    in_supervision: ChildPart | None


class ActionChange(TypedDict, total=False):
    """What a step changes of an action."""

    owner: Worker
    checked_focus: str
    focus_checked_by: User
    focus_checked_at: datetime
    focus_why: str
    begun_at: datetime
    discussed_at: datetime | None
    done_at: datetime | None
    checked_at: datetime | None
    confirmed_at: datetime | None
    closed_at: datetime | None
    is_counted: bool
