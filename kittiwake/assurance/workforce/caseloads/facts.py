"""What the council agrees about caseloads."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypedDict


class AgreementFacts(TypedDict):
    starts_on: date
    usual: Decimal
    protected_share: Decimal
    weights: dict[str, float]  # by track
    most_managed: int | None
    source: str
