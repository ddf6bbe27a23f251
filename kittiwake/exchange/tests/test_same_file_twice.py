"""Whatever is in a police list, the same list a second time changes nothing, and asks nothing that was answered."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kittiwake.access.models import Grant
from kittiwake.exchange import recording
from kittiwake.exchange.models import Import, ImportRow
from kittiwake.exchange.reading.refused import Refused as NotReadable
from kittiwake.exchange.tests.police_lists import piles
from kittiwake.exchange.tests.test_police_rows import a_list
from kittiwake.practice.missing.models import Episode, Grade, Report
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Child, Entry, Identifier
from tests.cast import NOW, Cast

MOMENTS = ["", "19/11/2026 18:00", "19/11/2026 24:00", "20/11/2026", "21/11/2026 07:00", "01/01/2031 10:00",
           "0001-01-01T00:00:00+05:00", "2026-11-19T23:30:00Z", "soon", "unknown"]  # fmt: skip
ROWS = some.fixed_dictionaries(
    {
        "Reference": some.sampled_from(["MP/1/26", "MP/2/26", "mp/1/26 ", "MP/3/26", ""]),
        "Forename": some.sampled_from(["Ivy", "IVY", "May", "Ash", "", "Ivy " * 60]),
        "Surname": some.sampled_from(["Wren", "WRENN", "Alder", "Finch-Wren", "", "O’Wren"]),
        "DOB": some.sampled_from(["17/05/2012", "17/05/2011", "02/04/2011", "01/01/1900", "01/01/2099", "31/02/2012", ""]),
        "Last seen": some.sampled_from(MOMENTS),
        "Reported missing": some.sampled_from(MOMENTS),
        "Found": some.sampled_from(MOMENTS),
        "Returned": some.sampled_from(MOMENTS),
        "Risk": some.sampled_from(["", "High", "low", "purple"]),
        "How found": some.sampled_from(["", "Police", "By bus " * 60]),
        "Reported by": some.sampled_from(["", "Mother"]),
    }
)  # fmt: skip


def standing() -> dict[str, object]:
    return {
        "episodes": list(Episode.objects.order_by("pk").values()),
        "children": list(Child.objects.order_by("pk").values()),
        **{
            model.__name__: model.objects.count()
            for model in (Entry, Grade, Report, Clock, Identifier, Grant)
        },
    }


def taken_in(cast: Cast, rows: list[dict[str, str]], hours: int) -> Import:
    at = NOW + timedelta(hours=hours)
    batch = recording.preview("police-missing", [a_list(*rows)], by=cast.user("analyst"), at=at)
    recording.commit(batch, by=cast.user("analyst"), at=at)
    return batch


class Undo(Exception):
    """To leave the database as it was, example by example."""


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=some.lists(ROWS, min_size=1, max_size=5), answer=some.sampled_from(["skip", "new_child"]))
def test_the_same_list_a_second_time_changes_nothing(
    cast: Cast, rows: list[dict[str, str]], answer: str
) -> None:
    try:
        with transaction.atomic():
            _twice(cast, rows, answer)
            raise Undo
    except (Undo, NotReadable):
        pass


def _twice(cast: Cast, rows: list[dict[str, str]], answer: str) -> None:
    first = taken_in(cast, rows, 0)
    before = standing()
    again = taken_in(cast, rows, 1)
    assert "new" not in piles(again)
    assert "changed" not in piles(again)
    assert standing() == before
    _answer(cast, again, answer)
    before, asked = standing(), _waiting(again)
    third = taken_in(cast, rows, 2)
    assert standing() == before
    assert _waiting(third) <= asked  # who was asked and answered is asked no more
    recording.undo(again, by=cast.user("analyst"), at=NOW + timedelta(hours=3))
    recording.undo(first, by=cast.user("analyst"), at=NOW + timedelta(hours=4))
    assert not Episode.objects.standing().filter(entry__by=cast.user("analyst")).exists()


def _answer(cast: Cast, batch: Import, answer: str) -> None:
    for row in batch.rows.filter(verdict=ImportRow.NEEDS_PERSON):
        is_new = answer == "new_child" and not row.child_id and "differs" not in row.facts
        decision = answer if is_new else "skip"
        recording.decide(row, decision=decision, child=None, by=cast.user("analyst"), at=NOW)
    recording.commit(batch, by=cast.user("analyst"), at=NOW + timedelta(hours=1))


def _waiting(batch: Import) -> set[int]:
    return set(batch.rows.filter(verdict=ImportRow.NEEDS_PERSON, decided="").values_list("line", flat=True))
