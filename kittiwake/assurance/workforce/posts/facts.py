"""What is known of a post."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypedDict

from kittiwake.record.models import Team


class PostFacts(TypedDict):
    team: Team
    role: str
    fte: Decimal
    starts_on: date


class EndFacts(TypedDict):
    ends_on: date
    why: str
