"""What a version of a plan says: the same for form, import and recording."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NotRequired, TypedDict


class PlanTexts(TypedDict, total=False):
    """Plan's own texts beside the worry. What is left out is empty."""

    warning_signs: str
    child_version: str
    trusted_people: str
    safe_places: str
    phone_plan: str
    capacity: str
    contingency: str


class PlanFacts(PlanTexts):
    """A row of Plan, but for where it stands among the versions."""

    worry: str
    agreed_on: date
    review_on: date | None
    started_on: date | None


class PlanAnswers(PlanTexts):
    """What the form gives. The day it began is asked of some kinds, once."""

    worry: str
    agreed_on: date
    review_on: date | None
    started_on: NotRequired[date | None]
    parts: Mapping[str, str]
    following: int
