"""What a form says about who may see a child, as the recording functions take it."""

from __future__ import annotations

from datetime import date, datetime
from typing import NotRequired, TypedDict

from kittiwake.accounts.models import User


class LetInFacts(TypedDict):
    user: User
    reason: str
    ends_at: datetime | None


class RestrictFacts(TypedDict):
    reason: str
    named: list[User]


class LiftingAnswer(TypedDict):
    agreed: bool
    answer: NotRequired[str]


class BreakGlassFacts(TypedDict):
    known_by: str
    number: str
    surname: str
    forename: str
    born_on: date | None
    reason: str


class OpeningAnswer(TypedDict):
    was_right: bool
    answer: str


class LooksChosen(TypedDict):
    person: int | None
    unlisted: bool
    lists: bool
