"""What holds of every post and engagement. Pure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal


def wrong_fte(fte: Decimal, cases: int = 0) -> str:
    if fte > 1:
        return "FTE cannot be over 1. Enter the share of whole-time hours, like 0.6."
    if fte < 0:
        return "FTE cannot be below 0. Enter the share of whole-time hours, like 0.6."
    if fte == 0 and cases:
        return "Somebody who holds cases cannot have a share of whole-time hours (FTE) of 0. Enter their hours, or move the cases first."
    return ""


def wrong_days(starts_on: date, ends_on: date | None) -> str:
    return "The end cannot be before the start. Check both days." if ends_on and ends_on < starts_on else ""
