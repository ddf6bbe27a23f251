"""Asking the pages of supervision, and what is typed there."""

from __future__ import annotations

from datetime import date, datetime
from uuid import uuid4

from django.http import HttpResponse

from kittiwake.assurance.supervision.tests.scenes import DAY
from kittiwake.time.moments import local, local_date
from tests.cast import NOW, Cast, signed_in


def get(cast: Cast, who: str, path: str, status: int = 200) -> str:
    response = signed_in(cast.user(who)).get(path)
    assert response.status_code == status
    return response.content.decode()


def post(cast: Cast, who: str, path: str, **typed: str) -> HttpResponse:
    return signed_in(cast.user(who)).post(path, {"once": str(uuid4()), **typed})


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def moment(name: str, at: datetime) -> dict[str, str]:
    at = local(at)
    return {**day(name, at), f"{name}_time": at.strftime("%H:%M")}


def met(at: datetime | None = None, **more: str) -> dict[str, str]:
    facts = {"kind": "formal", "minutes": "90", "uninterrupted": "yes"}
    return {**facts, **moment("held", at or NOW - DAY), **more}


def part(cast: Cast, **more: str) -> dict[str, str]:
    ahead = {**day("due_on", local_date(NOW) + 14 * DAY), **day("next_on", local_date(NOW) + 28 * DAY)}
    facts = {"decision": "Keep the plan", "reasons": "It works", "direction": "Meet the coach"}
    return {**facts, "owner": str(cast.workers["worker"].pk), **ahead, **more}
