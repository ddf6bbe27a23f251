"""Claims to start from."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from kittiwake.primitives.claims import recording
from kittiwake.primitives.claims.models import Claim
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from tests.cast import NOW, Cast


def claimed(
    cast: Cast, child: Child, kind: str = "vehicle", wording: str = "Blue Astra", **more: Any
) -> Claim:
    entry = record.enter(
        child,
        kind="return_interviews.interview",
        summary="Return interview",
        happened_at=NOW,
        by=cast.system,
        at=NOW,
    )
    facts: dict[str, Any] = {"link": "driven_in", **more}
    return recording.make(entry, child, kind=kind, wording=wording, by=cast.system, at=NOW, **facts)


def once(**answers: Any) -> dict[str, Any]:
    return {"once": str(uuid4()), **answers}
