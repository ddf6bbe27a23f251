"""A child's last twelve months as one picture, and the same in a table; only of what the viewer may see."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kittiwake.access.viewer import Viewer
from kittiwake.desk.child_page.rules import months, place
from kittiwake.desk.child_page.year import Year, lanes
from kittiwake.practice.loop.tests.test_loop import back, page
from kittiwake.practice.replies.tests.making import interview
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.primitives.shared_pages.child_page import OnChild
from kittiwake.primitives.shared_pages.marks import Mark
from tests.cast import NOW, Cast

SINCE, UNTIL = date(2026, 1, 1), date(2027, 1, 1)


@pytest.fixture(autouse=True)
def _clock(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "expected"),
    [
        (date(2026, 1, 1), date(2027, 1, 1), (0, 365)),
        (date(2025, 1, 1), None, (0, 365)),
        (date(2026, 2, 1), date(2026, 2, 11), (31, 10)),
        (date(2026, 2, 1), date(2026, 2, 1), (31, 4)),  # a day is wide enough to be seen
        (date(2027, 1, 1), date(2027, 1, 1), (361, 4)),  # and today is inside
    ],
)
def test_where_a_thing_stands(starts_on: date, ends_on: date | None, expected: tuple[float, float]) -> None:
    assert place(Mark("", starts_on, ends_on, ""), SINCE, UNTIL, 365) == expected


def test_each_first_of_a_month_is_named_once() -> None:
    assert months(date(2026, 1, 15), date(2026, 4, 1)) == [
        date(2026, 2, 1),
        date(2026, 3, 1),
        date(2026, 4, 1),
    ]


def year(cast: Cast, who: str) -> Year:
    return Year(OnChild(cast.ash, Viewer(cast.user(who)), NOW))


def test_it_has_what_happened_in_twelve_months_and_nothing_before(cast: Cast) -> None:
    back(cast, cast.ash, 24 * 500)
    interview(cast)
    by = {"by": cast.user("worker"), "at": NOW}
    risks.open_risk(cast.ash, domain="county_lines", level="significant", why="Carries", **by)
    shown = year(cast, "worker")
    assert {mark.lane for mark in shown.marks} == {"Missing", "Risk", "Interviews", "Workers"}
    assert sum(mark.lane == "Missing" for mark in shown.marks) == 1
    assert len(shown.drawn.shapes) == len(shown.drawn.rows) == len(shown.marks)
    assert set(shown.drawn.lanes) <= {lane.name for lane in lanes()}


def test_it_stands_on_the_childs_page_with_its_table_for_those_who_see_the_record(cast: Cast) -> None:
    back(cast, cast.ash, 24 * 20)
    shown = page(cast, "worker", cast.ash.get_absolute_url())
    assert "The last 12 months: 1 time missing, 0 interviews. The table below says the same." in shown
    assert "Missing for 2 days 22 hours" in shown
    assert "The last 12 months" not in page(cast, "partner", cast.ash.get_absolute_url())


def test_nothing_struck_out_is_in_it(cast: Cast) -> None:
    from kittiwake.practice.missing import recording as missing

    away = back(cast, cast.ash, 24 * 20)
    missing.strike_out(away, reason="Another child", by=cast.user("worker"), at=NOW + timedelta(minutes=1))
    assert not [mark for mark in year(cast, "worker").marks if mark.lane == "Missing"]
