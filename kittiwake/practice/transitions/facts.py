"""What is said about growing up: the same for form, import and recording."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kittiwake.practice.plans.models import Plan


class Needs(TypedDict, total=False):
    """NeedsAssessment's own columns: what they will need as an adult."""

    home: str
    money: str
    learning: str
    health: str
    people: str
    safety: str
    skills: str


class AssessAnswers(Needs):
    """What the form gives."""

    assessed_on: date
    child_words: str


class PathwayFacts(TypedDict, total=False):
    """Pathway's own columns, beside what was agreed and whether they took part."""

    why_not: str
    copy_given_on: date | None
    if_it_fails: str
    plan: Plan | None


class PathwayAnswers(PathwayFacts):
    """What the form gives."""

    agreed_on: date
    aims: str
    took_part: bool
    child_words: str


class ReferAnswers(TypedDict):
    referred_on: date
    to_whom: str
    needs: str
    agrees: bool
    agrees_words: str
