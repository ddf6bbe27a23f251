"""What is counted of missing episodes, each over a few that a person can count."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kittiwake.practice.missing import recording
from kittiwake.practice.missing.carer_details.recording import keep_carer_details
from kittiwake.practice.missing.notifications.recording import notify
from kittiwake.practice.missing.tests.made import REPORTED, away, counted, missing
from kittiwake.primitives.measures import catalogue
from kittiwake.record import recording as record
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
DAY, WEEK = timedelta(days=1), timedelta(days=7)


def in_numerator(key: str) -> list[bool]:
    return sorted(case["in_numerator"] for case in counted(key, FIRST, LAST))


def values(key: str) -> list[float]:
    return sorted(case["value"] for case in counted(key, FIRST, LAST))


def test_an_episode_is_one_case_and_what_was_cancelled_or_struck_out_is_none(cast: Cast) -> None:
    episode = missing(cast)
    cancelled = away(cast, cast.ash, NOW - WEEK, 3)
    recording.strike_out(cancelled, reason="The wrong child", by=cast.system, at=NOW)
    assert [case["case_id"] for case in counted("P01", FIRST, LAST)] == [episode.pk]
    recording.cancel(episode, reason="In bed", by=cast.system, at=NOW)
    assert counted("P01", FIRST, LAST) == []


def test_a_child_who_goes_missing_twice_is_one_child_and_two_episodes(cast: Cast) -> None:
    away(cast, cast.ash, NOW - WEEK, 3)
    missing(cast)
    missing(cast, cast.briar)
    for key in ("P01", "P02", "P04"):
        cases = counted(key, FIRST, LAST)
        assert sorted(case["child_id"] for case in cases) == [cast.ash.pk, cast.ash.pk, cast.briar.pk], key
    how = {key: catalogue.measures()[key].how for key in ("P01", "P02", "P04")}
    assert how == {"P01": "count", "P02": "children", "P04": "per_child"}


def test_being_away_with_whereabouts_known_is_not_missing(cast: Cast) -> None:
    missing(cast, kind="A")
    assert counted("P01", FIRST, LAST) == []


@pytest.mark.parametrize(("key", "times"), [("P05", 2), ("P06", 3)])
def test_again_counts_from_as_many_times_as_the_council_sets(cast: Cast, key: str, times: int) -> None:
    for number in range(times):
        away(cast, cast.ash, NOW - (times - number) * timedelta(days=2), 3)
    assert in_numerator(key) == [*[False] * (times - 1), True]


def test_hours_count_once_they_are_back(cast: Cast) -> None:
    missing(cast, cast.briar)
    away(cast, cast.ash, NOW - WEEK, 3)
    away(cast, cast.ash, NOW - 3 * timedelta(days=1), 30)
    assert values("P08") == [3, 30]
    assert in_numerator("P08b") == [False, True]


def test_who_is_still_missing_is_counted_to_the_end_of_the_last_day(cast: Cast) -> None:
    missing(cast)
    away(cast, cast.briar, NOW - WEEK, 3)
    (hours,) = values("P08c")
    assert hours > 38


def test_the_police_telling_us_is_counted_from_the_report_where_it_is_known(cast: Cast) -> None:
    missing(cast, told_council_at=REPORTED + timedelta(hours=3))
    missing(cast, cast.briar)
    assert values("P19") == [3]


def test_whoever_has_to_know_is_told_in_time_late_or_not_at_all(cast: Cast) -> None:
    episode = missing(cast, source="carer")
    by: dict[str, Any] = {"who": "Them", "by": cast.user("worker"), "at": NOW}
    notify(episode, recipient="police", told_at=REPORTED + timedelta(minutes=30), **by)
    notify(episode, recipient="parents", told_at=REPORTED + timedelta(hours=9), **by)
    assert in_numerator("P19b") == [False, False, True]


def test_a_placement_out_of_our_area_counts_as_it_was_on_the_day_they_went(cast: Cast) -> None:
    record.place(cast.ash, starts_on=date(2026, 1, 5), out_of_area=True, by=cast.system, at=NOW)
    missing(cast)
    missing(cast, cast.briar)
    assert sorted(map(bool, in_numerator_or_none("P18"))) == [False, True]


def in_numerator_or_none(key: str) -> list[bool | None]:
    return [case["in_numerator"] for case in counted(key, FIRST, LAST)]


def test_details_for_the_police_are_in_date_while_they_were_looked_over_lately(cast: Cast) -> None:
    missing(cast)
    missing(cast, cast.briar)
    keep_carer_details(cast.ash, description="Tall", by=cast.system, at=NOW)
    assert sorted(map(bool, in_numerator_or_none("P20"))) == [False, True]


def test_a_child_in_care_is_one_case_a_month_and_in_the_numerator_when_they_went_missing_in_it(
    cast: Cast,
) -> None:
    record.start_track(cast.ash, kind="in_care", starts_on=date(2026, 1, 5), by=cast.system, at=NOW)
    missing(cast)
    assert in_numerator("P03") == [True]


def test_a_return_of_which_only_the_day_is_known_is_counted_as_such(cast: Cast) -> None:
    away(cast, cast.ash, NOW - WEEK, 3)
    recording.report_past(
        cast.briar, reported=Moment(NOW - WEEK), returned=Moment(NOW - 5 * DAY, time_known=False),
        source="carer", by=cast.user("worker"), at=NOW,
    )  # fmt: skip
    assert in_numerator("P81") == [False, True]


@pytest.mark.parametrize(("days", "is_late"), [(3, False), (5, False), (6, True), (13, True)])
def test_an_episode_written_down_after_three_working_days_is_late(
    cast: Cast, days: int, is_late: bool
) -> None:
    """NOW is a Monday: three working days before it is the Wednesday, five days ago."""
    away(cast, cast.ash, NOW - days * DAY, 3)
    assert in_numerator("P81b") == [is_late]
