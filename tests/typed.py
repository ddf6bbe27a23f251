"""Answers to a form's questions as the browser sends them: a page's test fills in what a person would."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import uuid4

from kittiwake.time.moments import LONDON


def once(**answers: Any) -> dict[str, Any]:
    """A form with its one-time token."""
    return {"once": str(uuid4()), **answers}


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def moment(name: str, at: datetime) -> dict[str, str]:
    local = at.astimezone(LONDON)
    return {**day(name, local), f"{name}_time": f"{local:%H:%M}"}
