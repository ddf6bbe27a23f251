"""What is drawn of supervision beside the world of going missing.

The worker is supervised by the manager since September: late in October, in time on 18 November. The colleague's is
agreed since October and was never held. The outsider has been newly qualified since 2 November: in time on the 9th, a
day late on the 17th, and not again.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from kittiwake.assurance.supervision import recording
from kittiwake.assurance.supervision.agreements import recording as agreements
from kittiwake.assurance.supervision.models import Supervision
from kittiwake.assurance.supervision.parts import recording as parts
from kittiwake.assurance.supervision.quality import recording as quality
from kittiwake.assurance.workforce.supported_year import recording as supported_year
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.actions.models import Action
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from tests.cast import Cast

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)

DRAWN = {
    "P63": (2, 5, 2 / 5),  # the worker's of the 18th, the outsider's of the 9th
    "P63b": (None, 3, 2.0),  # 0, 2 and 8 days
    "P64": (
        2,
        9,
        2 / 9,
    ),  # Ash and Rowan; not Briar, Linden, Teasel, Fern, Clover, Sorrel and Bracken; Hazel has nobody
    "P64b": (1, 3, 1 / 3),  # Rowan's of the 17th
    "P64c": (1, 3, 1 / 3),  # Ash's of October; that of the 18th is open, Rowan's came four days late
    "P65": (None, 2, 2.0),  # 3 and 1
    "P65b": (1, 2, 1 / 2),
    "P65c": (None, 2, 1.0),  # from 1.5 to 2.5
    "P66": (1, 3, 1 / 3),  # the colleague
}


def draw(cast: Cast) -> None:
    _agree(cast, "worker", "manager", date(2026, 9, 1))
    _agree(cast, "colleague", "manager", date(2026, 10, 1))
    supported_year.start_supported_year(
        cast.workers["outsider"], starts_on=date(2026, 11, 2), by=cast.system, at=AT
    )
    _agree(cast, "outsider", "service_manager", date(2026, 11, 2))
    october = _hold(cast, "worker", "manager", _day(10, 20))
    done = _discuss(cast, october, cast.ash, date(2026, 11, 10))
    actions.complete(done, outcome="Done", by=cast.user("worker"), at=_day(11, 8))
    eighteenth = _hold(cast, "worker", "manager", _day(11, 18), written_after=2)
    _discuss(cast, eighteenth, cast.ash, date(2026, 11, 25))
    ninth = _hold(cast, "outsider", "service_manager", _day(11, 9))
    late = _discuss(cast, ninth, cast.rowan, date(2026, 11, 16))
    actions.complete(late, outcome="Done", by=cast.user("outsider"), at=_day(11, 20))
    seventeenth = _hold(cast, "outsider", "service_manager", _day(11, 17), written_after=8)
    _discuss(cast, seventeenth, cast.rowan, date(2026, 12, 5), progress="")
    _read(cast, eighteenth, 3)
    _read(cast, seventeenth, 1)


def _day(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 10, tzinfo=UTC)


def _agree(cast: Cast, who: str, supervisor: str, starts_on: date, **more: Any) -> None:
    facts = {"supervisor": cast.workers[supervisor], "starts_on": starts_on, "by": cast.system, "at": AT}
    agreements.agree(cast.workers[who], **facts, **more)


def _hold(cast: Cast, who: str, by: str, held: datetime, *, written_after: int = 0) -> Supervision:
    return recording.hold(
        cast.workers[who],
        supervisor=cast.workers[by],
        held=Moment(held),
        minutes=95,
        uninterrupted=True,
        by=cast.user(by),
        at=held + timedelta(days=written_after),
    )


def _discuss(
    cast: Cast, supervision: Supervision, child: Child, due_on: date, progress: str = "The visit was made"
) -> Action:
    part = parts.write_part(
        supervision,
        child,
        direction="Visit",
        owner=supervision.worker,
        due_on=due_on,
        progress=progress,
        decision="Visit",
        reasons="They asked",
        next_on=date(2026, 12, 20),
        by=supervision.supervisor.user,
        at=supervision.recorded_at,
    )
    return Action.objects.get(entry=part.entry)


def _read(cast: Cast, supervision: Supervision, mark: int) -> None:
    marks = dict.fromkeys(("reflection", "experience", "direction", "follow_through"), mark)
    quality.sample(supervision, marks=marks, words="x", by=cast.user("auditor"), at=_day(11, 28))
