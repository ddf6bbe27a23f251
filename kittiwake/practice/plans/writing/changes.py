"""What is different between two versions of a plan, in words. Reads only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kittiwake.practice.plans import parts
from kittiwake.practice.plans.models import Plan
from kittiwake.ui.dates import long_date

TEXTS = {
    "worry": "What we are worried about",
    "warning_signs": "First signs",
    "trusted_people": "Whom they trust",
    "safe_places": "Where they can go",
    "phone_plan": "How they ask for help",
    "capacity": "Whether the adults it relies on can do it",
    "contingency": "If it goes wrong",
}
WORDS = {**TEXTS, "child_version": "Their version"}
Changes = dict[str, tuple[str, str]]


def between(before: Plan | None, after: Plan) -> Changes:
    """{what: (as it was, as it is)}: the words, the day to look again, and what people do."""
    was, now = _said(before), _said(after)
    return {name: (was.get(name, ""), now.get(name, "")) for name in now | was if was.get(name, "") != now.get(name, "")}  # fmt: skip


def since(newest: Plan, following: int) -> tuple[Changes, str, datetime]:
    """What came after the version that was read, who wrote the newest, and when."""
    read = Plan.objects.filter(child=newest.child_id, kind=newest.kind, number=following).first()
    return between(read, newest), str(newest.entry.by), newest.entry.recorded_at


def _said(plan: Plan | None) -> dict[str, str]:
    if plan is None:
        return {}
    texts = {title: getattr(plan, name) for name, title in WORDS.items()}
    titles = {part.key: part.title for part in parts.of(plan.kind)}
    written = {titles.get(part.key, part.key): part.text for part in plan.parts.all()}
    again = long_date(plan.review_on) if plan.review_on else ""
    doing = "\n".join(
        _line(action.who, action.what, action.when) for action in plan.actions.standing().order_by("pk")
    )
    return {**texts, **written, "To be looked at again": again, "Who does what": doing}


def _line(who: str, what: str, when: str) -> str:
    return f"{who}: {what}{f' ({when})' if when else ''}"


def as_titles(answers: Mapping[str, Any]) -> dict[str, str]:
    """What somebody typed, under the same titles."""
    titles = {part.key: part.title for of_kind in parts.PARTS.values() for part in of_kind}
    texts = {title: answers.get(name, "") for name, title in WORDS.items()}
    written = {titles[key]: text for key, text in answers.get("parts", {}).items()}
    again = answers.get("review_on")
    return {**texts, **written, "To be looked at again": long_date(again) if again else ""}
