"""What is said of what the law asks about a placement out of our area."""

from __future__ import annotations

from datetime import date
from typing import TypedDict


class Approval(TypedDict):
    role: str  # rules.APPROVERS
    who: str
    on: date
    why: str


class Consultation(TypedDict):
    whom: str
    on: date
    words: str


class Notice(TypedDict):
    whom: str
    on: date


class NoNotice(TypedDict):
    on: date
    why: str
