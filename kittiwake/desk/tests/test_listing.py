"""The board and the clocks as plain rows: what a program is told, and that it is what the pages show."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kittiwake.desk import listing
from kittiwake.practice.loop.tests.test_loop import back
from kittiwake.practice.missing import recording as missing
from kittiwake.record.models import Identifier
from tests.cast import NOW, Cast

INTERVIEW = "missing.return_interview"


@pytest.fixture(autouse=True)
def _clock(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


def clocks(cast: Cast, **more: object) -> list[dict[str, object]]:
    return [row for row in listing.clocks(at=NOW, **more) if row["key"] == INTERVIEW]


def test_a_clock_names_the_child_by_the_councils_id_and_its_moments_in_london(cast: Cast) -> None:
    back(cast, cast.ash, 24)
    (row,) = clocks(cast)
    assert row.keys() == {"key", "child", "reference", "started_at", "due_at", "stopped_at"}
    assert row["child"] == cast.ash.council_id
    assert row["stopped_at"] is None
    started, due = (datetime.fromisoformat(str(row[name])) for name in ("started_at", "due_at"))
    assert due - started == timedelta(hours=72)


def test_only_what_is_overdue_is_told_where_that_is_asked(cast: Cast) -> None:
    back(cast, cast.ash, 24 * 10)
    back(cast, cast.briar, 24)
    assert [row["child"] for row in clocks(cast, overdue=True)] == [cast.ash.council_id]
    assert [row["child"] for row in clocks(cast)] == [cast.ash.council_id, cast.briar.council_id]


def test_a_child_without_the_councils_id_is_named_by_ours(cast: Cast) -> None:
    Identifier.objects.filter(child=cast.ash).update(ended_on=NOW.date())
    back(cast, cast.ash, 24)
    assert clocks(cast)[0]["child"] == f"K{cast.ash.pk}"
    cast.ash.refresh_from_db()
    assert listing.known_as(cast.ash) == f"K{cast.ash.pk}"


def test_what_was_struck_out_is_told_to_no_program(cast: Cast) -> None:
    episode = back(cast, cast.ash, 24)
    missing.strike_out(episode, reason="Another child", by=cast.system, at=NOW)
    assert clocks(cast) == []


def test_a_line_of_the_board_says_what_is_broken_of_whom_and_since_when(cast: Cast) -> None:
    back(cast, cast.ash, 24 * 10)
    back(cast, cast.rowan, 24 * 10)
    lines = listing.board(team=None, at=NOW)
    assert {row["child"] for row in lines} >= {cast.ash.council_id, cast.rowan.council_id}
    assert all(row.keys() == {"kind", "child", "worker", "team", "since", "due_at"} for row in lines)
    assert all((row["child"] is None) != (row["worker"] is None) for row in lines)
    north = listing.board(team="North team", at=NOW)
    assert {row["team"] for row in north} == {"North team"}
    assert cast.rowan.council_id not in {row["child"] for row in north}
