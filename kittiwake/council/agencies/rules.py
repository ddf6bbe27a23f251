"""For how long somebody of another agency is let in. Days in, a sentence out."""

from __future__ import annotations

from datetime import date, timedelta

# Local: no law says it. Whoever is still needed is invited again, by somebody who asks what for.
LONGEST = timedelta(days=366)


def wrong_last_day(last_day: date, *, today: date) -> str:
    """Why they cannot be invited until then; empty where they can."""
    if last_day < today:
        return "Their last day must be today or later."
    if last_day > today + LONGEST:
        return "Their last day must be within a year. If they are still needed then, invite them again."
    return ""
