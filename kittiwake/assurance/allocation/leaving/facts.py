"""What is said of a worker who leaves."""

from __future__ import annotations

from datetime import date
from typing import TypedDict


class LeavingFacts(TypedDict):
    """`reason` is the census's, for whoever is engaged."""

    ends_on: date
    why: str
    reason: str
