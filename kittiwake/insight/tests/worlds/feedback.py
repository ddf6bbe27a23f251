"""The drawn world of what children and families say: twelve answers on paper in a round that closed in November.

Ten said they were listened to, two not really; nine of them said whether they feel safe: six do. A round of October, which
other ten answered, and one of November that nine answered and nobody has read, count for nothing.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from kittiwake.assurance.feedback import questions, recording
from kittiwake.assurance.feedback.models import Round
from kittiwake.assurance.feedback.tests import made
from tests.cast import Cast

DRAWN: dict[str, tuple[int | None, int | None, float]] = {"P82": (16, 21, 16 / 21)}


def draw(cast: Cast) -> None:
    october = _round(cast, date(2026, 10, 5), date(2026, 10, 18))
    _said(cast, october, 10, listened="no")
    _close(cast, october)
    november = _round(cast, date(2026, 11, 2), date(2026, 11, 15))
    _said(cast, november, 6, listened="yes", safe="mostly")
    _said(cast, november, 3, listened="mostly", safe="no")
    _said(cast, november, 1, listened="yes")
    _said(cast, november, 2, listened="not_really")
    _close(cast, november)
    few = _round(cast, date(2026, 11, 16), date(2026, 11, 29))
    _said(cast, few, 9, listened="no", safe="no")
    _close(cast, few)


def _round(cast: Cast, opens_on: date, closes_on: date) -> Round:
    facts = {"questionnaire": questions.CHILDREN, "opens_on": opens_on, "closes_on": closes_on, "why": "x"}
    return recording.ask(**facts, by=cast.user("director"), at=_morning(opens_on))


def _morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


def _said(cast: Cast, round_: Round, many: int, **said: str) -> None:
    answers = {f"children.{name}": answer for name, answer in said.items()}
    by, at = cast.user("director"), _morning(round_.opens_on)
    made.with_codes(round_, many, answers, team=cast.north, by=by, at=at)


def _close(cast: Cast, round_: Round) -> None:
    made.closed(cast, round_, at=_morning(round_.closes_on + timedelta(days=1)))
