"""Assessments to test with."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.test import Client

from kittiwake.practice.risk import rules
from kittiwake.practice.risk.assessments import recording as assessing
from kittiwake.practice.risk.models import RiskAssessment
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.tests.answering import quiet
from kittiwake.record.models import Child
from tests.cast import NOW, Cast

FULL, SCREENING = library.latest(rules.FULL_ASSESSMENT), library.latest(rules.SCREENING)
WORDS = {
    "child_view": "They are my friends",
    "past": "Hurt by a stepfather at nine",
    "changed": "A second phone",
    "analysis": "A man makes her carry",
}
# Three of the ten areas happening now: 9 points, and moderate.
MODERATE = {
    name: value
    for area in ("missing", "adults", "peers")
    for name, value in ((area, "current"), (f"{area}_evidence", f"Seen: {area}"))
}


def assessed(
    cast: Cast, child: Child | None = None, *, at: datetime = NOW, name: str = "worker", **more: Any
) -> RiskAssessment:
    """A full assessment with nothing in it, judged as it scores; `answers` and anything of `assess` in `more`."""
    child = child or cast.ash
    before = assessing.latest(child, "assessment")
    answers = quiet(FULL, **more.pop("answers", {}))
    facts = {"judged": "none", "following": before.pk if before else 0, **WORDS, **more}
    return assessing.assess(child, instrument=FULL, answers=answers, **facts, by=cast.user(name), at=at)


def screened(cast: Cast, *, judged: str = "watch", at: datetime = NOW, **answers: Any) -> RiskAssessment:
    return assessing.assess(
        cast.ash,
        instrument=SCREENING,
        answers=quiet(SCREENING, **answers),
        judged=judged,
        child_view="Nobody asked me",
        analysis="New trainers, and frightened",
        by=cast.user("worker"),
        at=at,
    )


def typed(answers: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """The whole form as a browser sends it."""
    return {
        "questionnaire": f"{FULL.key}:{FULL.version}",
        "following": 0,
        **quiet(FULL, **(answers or {})),
        **WORDS,
        "judged": "none",
        **more,
    }


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()
