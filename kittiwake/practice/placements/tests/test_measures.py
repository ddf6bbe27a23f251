"""What is counted of placements, each over a few that a person can count."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kittiwake.practice.missing.tests.made import away, counted
from kittiwake.practice.placements import recording
from kittiwake.practice.placements.models import Move
from kittiwake.practice.placements.out_of_area import recording as out_of_area
from tests.cast import NOW, Cast

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
DAY = timedelta(days=1)
HOME = "Gull House"
OURS, NEXT_DOOR, FAR = "000", "001", "002"


def by(cast: Cast) -> dict[str, Any]:
    return {"by": cast.user("worker"), "at": NOW}


def moved(cast: Cast, on: date, carer: str = HOME, host: str = OURS, **more: Any) -> Move:
    return recording.place(cast.ash, starts_on=on, carer=carer, host_code=host, **more, **by(cast))


def in_numerator(key: str) -> list[bool]:
    return [case["in_numerator"] for case in counted(key, FIRST, LAST)]


@pytest.mark.parametrize(
    ("stays", "is_many"),
    [
        (["Gull House", "Tern House", "Wren House"], True),
        (["Gull House", "Tern House"], False),
        (["Gull House", "a ward", "Gull House"], False),
        (["Gull House", "a ward", "Tern House"], False),
    ],
    ids=["three homes", "two", "back from hospital", "from hospital to another"],
)
def test_three_homes_in_a_year_are_many_and_days_in_hospital_are_none(
    cast: Cast, stays: list[str], is_many: bool
) -> None:
    for number, carer in enumerate(stays):
        more = {"kind": "T1"} if carer == "a ward" else {}
        moved(cast, date(2026, 6, 1) + number * 30 * DAY, carer, **more)
    assert in_numerator("P50") == [is_many]


def test_what_only_the_placement_counts_as_is_no_move(cast: Cast) -> None:
    """Foster carers who come to adopt the child are the same people: the return counts no change of home."""
    for number in range(3):
        why = {"why_ended": "PLACE"} if number else {}
        moved(cast, date(2026, 6, 1) + number * 30 * DAY, f"Carer {number}", **why)
    assert in_numerator("P50") == [False]


def test_a_home_left_more_than_a_year_ago_is_not_counted(cast: Cast) -> None:
    for on in (date(2025, 1, 6), date(2025, 11, 30), date(2026, 11, 2)):
        moved(cast, on, f"Home since {on}")
    assert in_numerator("P50") == [False]


@pytest.mark.parametrize(("since", "is_long"), [(date(2024, 11, 30), True), (date(2024, 12, 1), False)])
def test_two_years_in_one_home_are_counted_to_the_day(cast: Cast, since: date, is_long: bool) -> None:
    moved(cast, since)
    assert in_numerator("P50b") == [is_long]


def test_coming_back_from_hospital_does_not_begin_the_two_years_again(cast: Cast) -> None:
    moved(cast, date(2024, 1, 8))
    moved(cast, date(2026, 5, 1), "a ward", kind="T1")
    moved(cast, date(2026, 5, 6))
    assert in_numerator("P50b") == [True]


@pytest.mark.parametrize(
    ("why_ended", "unplanned"),
    [("CREQB", [True]), ("ALLEG", [True]), ("CARPL", [False]), ("PLACE", []), ("", [])],
)
def test_a_move_is_unplanned_by_its_reason_and_without_one_is_not_counted(
    cast: Cast, why_ended: str, unplanned: list[bool]
) -> None:
    moved(cast, date(2026, 3, 2))
    moved(cast, date(2026, 11, 9), "Tern House", **({"why_ended": why_ended} if why_ended else {}))
    assert in_numerator("P51") == unplanned


def test_a_move_that_was_taken_back_ended_nothing(cast: Cast) -> None:
    moved(cast, date(2026, 3, 2))
    wrong = moved(cast, date(2026, 11, 9), "Tern House", why_ended="CREQB")
    recording.strike_out(wrong, reason="Fell through", **by(cast))
    assert in_numerator("P51") == []
    assert len(counted("P52", FIRST, LAST)) == 1, "where they were placed before goes on"


@pytest.mark.parametrize(
    ("host", "is_out", "is_far"),
    [(OURS, False, False), (NEXT_DOOR, True, False), (FAR, True, True), ("", False, False)],
)
def test_where_it_is_not_known_how_far_nobody_is_counted_as_far(
    cast: Cast, host: str, is_out: bool, is_far: bool
) -> None:
    moved(cast, date(2026, 3, 2), host=host)
    assert (in_numerator("P52"), in_numerator("P52b")) == ([is_out], [is_far])


CAME = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("host", "is_emergency", "approved", "consulted", "notified", "in_time"),
    [
        (NEXT_DOOR, False, 0, None, 0, True),
        (NEXT_DOOR, False, 1, None, 0, False),
        (NEXT_DOOR, False, None, None, 0, False),
        (NEXT_DOOR, False, 0, None, 1, False),
        (NEXT_DOOR, False, 0, None, None, False),
        (NEXT_DOOR, True, 0, None, 7, True),
        (NEXT_DOOR, True, 0, None, 8, False),
        (FAR, False, 0, None, 0, False),
        (FAR, False, 0, 0, 0, True),
        (FAR, False, 0, 1, 0, False),
    ],
)
def test_a_move_away_is_approved_consulted_on_and_noticed_in_time(
    cast: Cast, host: str, is_emergency: bool,
    approved: int | None, consulted: int | None, notified: int | None, in_time: bool,
) -> None:  # fmt: skip
    """Days after the move. Regulation 13(4): in an emergency, notice within 5 working days: a Monday's by the next."""
    move = moved(cast, CAME, host=host, is_emergency=is_emergency)
    if approved is not None:
        on = CAME + approved * DAY
        out_of_area.approve(move, on=on, who="Dee", role="director", why="Safe", **by(cast))
    if consulted is not None:
        out_of_area.consult(move, on=CAME + consulted * DAY, whom="Far Cove", words="Yes", **by(cast))
    if notified is not None:
        out_of_area.notify(move, on=CAME + notified * DAY, whom="Far Cove", **by(cast))
    assert in_numerator("P53") == [in_time]


def test_a_move_in_our_area_asks_for_no_notice(cast: Cast) -> None:
    moved(cast, CAME)
    assert in_numerator("P53") == []


CLOSER = date(2026, 8, 20)  # 90 days later is 18 November


def gone(cast: Cast, *days_after: int) -> None:
    for days in days_after:
        away(cast, cast.ash, datetime(2026, 8, 20, 18, tzinfo=UTC) + days * DAY, 3)


@pytest.mark.parametrize(
    ("before", "after", "fewer"),
    [
        ((-20, -10), (30,), [True]),
        ((-10,), (), [True]),
        ((-10,), (30,), [False]),
        ((-10,), (90,), [True]),
        ((), (30,), []),
        ((-91,), (), []),
    ],
    ids=["fewer", "none since", "as often", "after the 90 days", "never before", "long before"],
)
def test_whoever_moved_nearer_is_missing_less_often_or_not(
    cast: Cast, before: tuple[int, ...], after: tuple[int, ...], fewer: list[bool]
) -> None:
    moved(cast, date(2026, 3, 2), host=FAR)
    moved(cast, CLOSER, "Tern House")
    gone(cast, *before, *after)
    assert in_numerator("P54") == fewer


@pytest.mark.parametrize(
    ("first", "then", "is_nearer"),
    [
        ({"host": OURS}, {"host": FAR}, False),
        ({"host": FAR}, {"host": NEXT_DOOR}, True),
        ({"host": FAR, "miles": 60}, {"host": FAR, "miles": 20}, True),
        ({"host": FAR, "miles": 20}, {"host": FAR, "miles": 60}, False),
        ({"host": OURS, "miles": 20}, {"host": NEXT_DOOR, "miles": 5}, False),
        ({"host": ""}, {"host": ""}, False),
    ],
)
def test_nearer_is_back_in_our_area_next_door_or_fewer_miles(
    cast: Cast, first: dict[str, Any], then: dict[str, Any], is_nearer: bool
) -> None:
    moved(cast, date(2026, 3, 2), **first)
    moved(cast, CLOSER, "Tern House", **then)
    gone(cast, -10)
    assert in_numerator("P54") == ([True] if is_nearer else [])


@pytest.mark.parametrize(("miles", "is_far"), [(20, [False]), (20.1, [True]), (None, [])])
def test_more_than_twenty_miles_are_far_and_what_nobody_measured_is_not_counted(
    cast: Cast, miles: float | None, is_far: list[bool]
) -> None:
    moved(cast, date(2026, 3, 2), **({} if miles is None else {"miles": miles}))
    assert in_numerator("P52c") == is_far
