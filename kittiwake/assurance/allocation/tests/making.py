"""Changes of worker, as the tests of this area make them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from kittiwake.assurance.allocation.changes import recording as changes
from kittiwake.assurance.allocation.models import Change
from kittiwake.record.models import Allocation, Child, Worker
from tests.cast import NOW, Cast

TODAY = date(2026, 11, 23)  # a Monday


def now_of(child: Child) -> Allocation | None:
    return Allocation.objects.filter(child=child, role="lead", ends_on=None).first()


def changed(cast: Cast, child: Child, worker: Worker | None, **more: Any) -> Change:
    """From today, in the north team, because the worker before left."""
    standing = now_of(child)
    facts = {
        "team": cast.north,
        "starts_on": TODAY,
        "reason": "left",
        "reason_words": "" if worker else "Recruiting",
        "instead_of": standing.pk if standing else None,
        "by": cast.user("manager"),
        "at": NOW,
        **more,
    }
    return changes.change_worker(child, worker=worker, **facts)


def typed(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def sent(**answers: Any) -> dict[str, Any]:
    return {"once": str(uuid4()), **answers}
