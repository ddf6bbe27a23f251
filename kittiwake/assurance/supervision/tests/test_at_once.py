"""Two people at the same moment, or one who clicks twice: one true outcome, and the other is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.tests.conftest import Crowd
from kittiwake.accounts.models import User
from kittiwake.assurance.supervision import recording
from kittiwake.assurance.supervision.agreements import recording as agreements
from kittiwake.assurance.supervision.models import ChildPart, Supervision
from kittiwake.assurance.supervision.parts import recording as parts
from kittiwake.history.refusal import Refused
from kittiwake.primitives.actions.models import Action
from kittiwake.record.models import Child, Worker
from kittiwake.time.moments import Moment
from tests.cast import NOW

DAY = timedelta(days=1)


def as_(made: dict[str, Any], who: str, do: Callable[[User], Any]) -> str:
    by = made["users"][who]
    try:
        with acting_as(by):
            do(by)
    except Refused as refused:
        return str(refused)
    return "done"


def held(made: dict[str, Any]) -> int:
    """The worker and the manager met, as agreed since long ago."""
    with acting_as_system() as system:
        worker, manager = Worker.objects.get(name="Worker"), Worker.objects.get(name="Manager")
        if not worker.supervised_by.exists():
            agreements.agree(worker, supervisor=manager, starts_on=date(2026, 1, 5), by=system, at=NOW)
    with acting_as(made["users"]["manager"]):
        return recording.hold(
            worker, supervisor=manager, held=Moment(NOW - DAY), minutes=90, uninterrupted=True,
            by=made["users"]["manager"], at=NOW,
        ).pk  # fmt: skip


def write(made: dict[str, Any], pk: int) -> Callable[[User], Any]:
    def do(by: User) -> None:
        parts.write_part(
            Supervision.objects.get(pk=pk), Child.objects.get(pk=made["ash"].pk), direction="Meet the coach",
            owner=Worker.objects.get(name="Worker"), due_on=(NOW + 7 * DAY).date(), decision="Keep the plan", reasons="It helps",
            next_on=(NOW + 28 * DAY).date(), by=by, at=NOW,
        )  # fmt: skip

    return do


def test_of_two_who_write_one_childs_part_one_is_told_and_one_direction_stands(
    crowd: Crowd, made: dict[str, Any]
) -> None:
    (pk,) = crowd(lambda: held(made))
    said = crowd(lambda: as_(made, "manager", write(made, pk)), lambda: as_(made, "worker", write(made, pk)))
    assert sorted(sentence.partition(".")[0] for sentence in said) == [
        "What was said of this child has already been written down",
        "done",
    ]

    def kept() -> tuple[int, int]:
        with acting_as_system():
            parts = ChildPart.objects.filter(supervision=pk)
            return parts.count(), Action.objects.filter(entry__in=parts.values("entry")).count()

    assert crowd(kept) == [(1, 1)]


def test_both_sign_at_once_and_who_clicks_twice_signs_once(crowd: Crowd, made: dict[str, Any]) -> None:
    (pk,) = crowd(lambda: held(made))

    def sign(by: User) -> None:
        recording.sign(Supervision.objects.get(pk=pk), by=by, at=NOW)

    said = crowd(
        lambda: as_(made, "manager", sign),
        lambda: as_(made, "worker", sign),
        lambda: as_(made, "worker", sign),
    )
    assert sorted(sentence.partition(".")[0] for sentence in said) == [
        "You have already signed this, or it has been struck out",
        "done",
        "done",
    ]

    def is_signed() -> bool:
        with acting_as_system():
            return Supervision.objects.get(pk=pk).is_signed

    assert crowd(is_signed) == [True]
