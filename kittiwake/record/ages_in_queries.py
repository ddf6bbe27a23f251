"""Ages where the database has to work them out. `ages` is the rule."""

from __future__ import annotations

from typing import Any

from django.db.models.functions import ExtractDay, ExtractMonth, ExtractYear


def as_number(day: Any) -> Any:
    """In a query: 2026-11-30 as 20261130. Of two such, an age has been reached when they are so many 1_00_00 apart."""
    return ExtractYear(day) * 1_00_00 + ExtractMonth(day) * 1_00 + ExtractDay(day)
