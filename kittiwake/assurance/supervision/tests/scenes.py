"""What most tests of supervision begin with."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from kittiwake.access.identity import acting_as
from kittiwake.assurance.supervision import recording
from kittiwake.assurance.supervision.agreements import recording as agreements
from kittiwake.assurance.supervision.models import ChildPart, PersonalNote, Supervision, SupervisionAgreement
from kittiwake.assurance.supervision.parts import recording as parts
from kittiwake.assurance.supervision.personal import recording as personal
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date
from tests.cast import NOW, Cast

DAY = timedelta(days=1)
SAID = {
    "changed": "He is in school again.",
    "child_view": "He says it is calmer.",
    "risk": "Fewer calls at night.",
    "last_direction": "done",
    "progress": "The visit was made.",
    "reflection": "It may be the new coach.",
    "effect": "He answers the phone.",
    "decision": "Keep the plan.",
    "reasons": "It works.",
}


def agree(cast: Cast, who: str = "worker", by: str = "manager", **more: Any) -> SupervisionAgreement:
    facts = {"starts_on": date(2026, 1, 5), "by": cast.user(by), "at": NOW, **more}
    return agreements.agree(cast.workers[who], supervisor=cast.workers[by], **facts)


def hold(
    cast: Cast, days_ago: float = 3, who: str = "worker", by: str = "manager", **more: Any
) -> Supervision:
    facts = {"minutes": 95, "uninterrupted": True, "at": NOW, **more}
    held = Moment(NOW - days_ago * DAY)
    return recording.hold(
        cast.workers[who], supervisor=cast.workers[by], held=held, by=cast.user(by), **facts
    )


def discuss(
    cast: Cast, supervision: Supervision, child: Child, by: str = "manager", **more: Any
) -> ChildPart:
    at: datetime = more.pop("at", NOW)
    facts = {
        **SAID,
        "direction": "Meet the coach",
        "owner": cast.workers["worker"],
        "due_on": local_date(at) + 14 * DAY,
        "next_on": local_date(at) + 28 * DAY,
        **more,
    }
    return parts.write_part(supervision, child, **facts, by=cast.user(by), at=at)


def note(cast: Cast, supervision: Supervision, words: str, by: str = "worker") -> PersonalNote:
    """As whoever writes it: nobody else is let in by the database."""
    with acting_as(cast.user(by)):
        return personal.note(supervision, topic="wellbeing", words=words, by=cast.user(by), at=NOW)
