"""What is known of an agency, and of whom it sends."""

from __future__ import annotations

from datetime import date
from typing import TypedDict


class AgencyFacts(TypedDict):
    name: str
    kind: str
    phone: str


class StayFacts(TypedDict):
    """What for, and the last day they may sign in."""

    what: str
    last_day: date


class PersonFacts(StayFacts):
    name: str
    email: str
