"""Who has a right to a copy, until when, and why a line may go out. Facts in, answers out.

UK GDPR, article 12(3): within one month of the request. What tells of other people goes out where they agreed or where
it is reasonable without (Data Protection Act 2018, schedule 2, paragraph 16); nothing goes out that would do serious
harm (schedule 3). A person decides each line: no rule knows who else it tells of.
"""

from __future__ import annotations

from datetime import date, timedelta

from kittiwake.time.moments import add_months

KEPT = timedelta(days=1)
RIGHTS = [
    ("themselves", "The child or young person asks for their own record"),
    ("for_them", "Somebody who may act for them asks for it"),
    ("court", "A court has ordered it"),
    ("council", "Another council takes over the work with them"),
]
WHY = [
    ("theirs", "It is about them alone"),
    ("known", "They know it: they said it, or were there"),
    ("agreed", "The other person agrees"),
    ("reasonable", "It is reasonable without the other person’s agreement"),
]


def due_on(asked_on: date) -> date:
    """UK GDPR, article 12(3)."""
    return add_months(asked_on, 1)


def wrong_day(asked_on: date, today: date) -> str:
    return "The day they asked must be today or in the past" if asked_on > today else ""


def percent(done: int, total: int) -> int:
    return min(100, done * 100 // total) if total else 0
