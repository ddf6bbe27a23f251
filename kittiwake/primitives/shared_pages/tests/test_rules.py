"""Where each thing stands on somebody's front page, as a table."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kittiwake.primitives.shared_pages.rules import LONG, Kind, Stretch, place, stretch
from kittiwake.time.moments import end_of, local_date
from tests.cast import NOW

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TABLE = [
    (Kind.MISSING, NOW - 3 * DAY, Stretch.MISSING),
    (Kind.INTERVIEW, NOW + 61 * HOUR, Stretch.NOT_HEARD),
    (Kind.INTERVIEW, NOW - 5 * DAY, Stretch.NOT_HEARD),
    (Kind.INTERVIEW, NOW - LONG - HOUR, Stretch.LONG_LATE),
    (Kind.TIMED, NOW - LONG - HOUR, Stretch.LONG_LATE),
    (Kind.TIMED, NOW - LONG, Stretch.NOW),
    (Kind.TIMED, NOW - DAY, Stretch.NOW),
    (Kind.TIMED, end_of(local_date(NOW)), Stretch.NOW),
    (Kind.TIMED, end_of(local_date(NOW) + DAY), Stretch.NOW),
    (Kind.TIMED, end_of(local_date(NOW) + 2 * DAY), Stretch.WEEK),
    (Kind.TIMED, NOW + 7 * DAY, Stretch.LATER),
    (Kind.SENT_BACK, NOW - 100 * DAY, Stretch.BACK_TO_ME),
    (Kind.ANSWER, NOW - 100 * DAY, Stretch.ANSWERS),
    (Kind.LOOK, NOW - 100 * DAY, Stretch.TO_LOOK_AT),
    (Kind.DRAFT, None, Stretch.DRAFTS),
]


@pytest.mark.parametrize(("kind", "due_at", "expected"), TABLE)
def test_where_it_stands(kind: Kind, due_at: datetime | None, expected: Stretch) -> None:
    assert stretch(kind, due_at, NOW) is expected


@pytest.mark.parametrize(
    ("promised", "expected"),
    [
        (NOW + HOUR, Stretch.NOW),
        (NOW + 3 * DAY, Stretch.WEEK),
        (NOW + 20 * DAY, Stretch.LATER),
        (NOW - HOUR, Stretch.LONG_LATE),
    ],
)
def test_until_the_day_somebody_promised_it_stands_by_that_day(promised: datetime, expected: Stretch) -> None:
    for kind in (Kind.TIMED, Kind.INTERVIEW):
        assert stretch(kind, NOW - 60 * DAY, NOW, promised=promised) is expected


def test_who_came_back_last_stands_first_and_else_what_is_due_soonest() -> None:
    this_morning, yesterday, last_week = NOW + 61 * HOUR, NOW + 34 * HOUR, NOW - 4 * DAY
    blocks = {"last week": [last_week], "this morning": [this_morning], "yesterday": [yesterday]}
    assert sorted(blocks, key=lambda name: place(Stretch.NOT_HEARD, blocks[name])) == [
        "this morning",
        "yesterday",
        "last week",
    ]
    assert sorted(blocks, key=lambda name: place(Stretch.NOW, blocks[name])) == [
        "last week",
        "yesterday",
        "this morning",
    ]
