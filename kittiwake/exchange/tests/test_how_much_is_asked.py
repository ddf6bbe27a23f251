"""Recording a list asks the database few questions a row, and no more of a long list than of a short one."""

from __future__ import annotations

from datetime import date
from string import ascii_lowercase, ascii_uppercase

from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kittiwake.exchange import recording
from kittiwake.exchange.tests.police_lists import ASH, a_list
from kittiwake.record.kinds import entry_kinds
from kittiwake.record.models import Child
from tests.cast import NOW, Cast

MOST = 26  # a row: what it writes, what it has to be held against, and what is owed because of it
MOST_OF_ANOTHER = 7  # the same of a row about another child than those around it


def test_a_row_is_recorded_with_few_statements(cast: Cast) -> None:
    assert _sent(cast, 9) - _sent(cast, 3) <= 6 * MOST


def test_rows_about_different_children_share_what_follows_from_them(cast: Cast) -> None:
    few, many = len(_of_different_children(cast, 3)), len(_of_different_children(cast, 13))
    assert many - few <= 10 * MOST_OF_ANOTHER


def test_areas_of_which_a_child_has_no_line_are_not_asked_what_is_owed(cast: Cast) -> None:
    asked = " ".join(_statements(cast, 1))
    assert "missing_episode" in asked
    assert not [table for table in ("plans_plan", "meetings_part", "direct_work_session") if table in asked]


def test_whatever_an_area_has_of_a_child_stands_on_a_line_of_that_area() -> None:
    """So the chronology says which areas to ask: the first word of a kind is the area's own name."""
    areas = {kind.partition(".")[0] for kind in entry_kinds()}
    assert areas <= {app.label for app in apps.get_app_configs() if app.name.startswith("kittiwake.")}


def _sent(cast: Cast, rows: int) -> int:
    return len(_statements(cast, rows))


def _statements(cast: Cast, rows: int) -> list[str]:
    days = range(1, 1 + rows)
    listed = [
        [f"N/{rows}/{day}", *ASH[1:4], f"{day:02}/0{rows}/2026", ASH[5], f"{day:02}/0{rows}/2026", ASH[7], ASH[8],
         f"{day + 1:02}/0{rows}/2026", ASH[10]] for day in days
    ]  # fmt: skip
    return _recorded(cast, listed)


def _recorded(cast: Cast, rows: list[list[str]]) -> list[str]:
    batch = recording.preview("police-missing", [a_list(*rows)], by=cast.user("analyst"), at=NOW)
    with CaptureQueriesContext(connection) as sent:
        assert recording.commit(batch, by=cast.user("analyst"), at=NOW) == len(rows)
    return [query["sql"] for query in sent]


def _of_different_children(cast: Cast, rows: int) -> list[str]:
    listed = []
    for number in range(rows):
        name, born_on = f"{ascii_uppercase[number]}{ascii_lowercase[rows]}ra", date(2010, 1, 1 + number)
        Child.objects.create(
            forenames=name, surname="Wren", born_on=born_on, recorded_at=NOW, recorded_by=cast.system
        )
        listed.append([f"D/{rows}/{number}", "WREN", name, f"{born_on:%d/%m/%Y}", *ASH[4:]])
    return _recorded(cast, listed)
