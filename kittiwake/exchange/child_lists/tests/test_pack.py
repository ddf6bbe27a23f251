"""The lists as a part of what is put together for a visit: of whom the asker may see, and only for who makes lists."""

from __future__ import annotations

import io
from datetime import timedelta

import openpyxl
import pytest
import time_machine

from kittiwake.access.identity import acting_as
from kittiwake.access.models import Reading
from kittiwake.access.viewer import Viewer
from kittiwake.assurance.inspection.pack.contents import Asked, Contents, parts
from kittiwake.assurance.inspection.pack.recording import made_now
from kittiwake.exchange.child_lists.pack import NOT_THEIRS, child_level_lists
from kittiwake.practice.duties import recording as duties
from tests.cast import NOW, Cast

TODAY = NOW.date()


@pytest.fixture(autouse=True)
def at_now(time_machine: time_machine.TimeMachineFixture, cast: Cast) -> None:
    time_machine.move_to(NOW)
    for child in (cast.ash, cast.hazel):
        since = TODAY - timedelta(days=50)
        duties.start_track(child, kind="child_in_need", starts_on=since, by=cast.system, at=NOW)


def of(cast: Cast, who: str) -> Contents:
    user = cast.user(who)
    with acting_as(user):
        return child_level_lists(Asked(Viewer(user), TODAY, NOW))


def test_the_pack_has_the_workbook_of_whom_the_asker_may_see(cast: Cast) -> None:
    contents = of(cast, "analyst")
    (file,) = contents.files
    assert file.name == f"child-level-lists-{TODAY}.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(file.content), read_only=True)
    cells = {str(cell.value) for sheet in book for row in sheet for cell in row}
    assert cast.ash.council_id in cells
    assert cast.hazel.council_id not in cells, "a restricted child"
    assert set(contents.child_ids) == {cast.ash.pk}


def test_whoever_makes_no_lists_is_given_none_of_it_by_way_of_a_pack(cast: Cast) -> None:
    contents = of(cast, "service_manager")
    assert (list(contents.files), list(contents.child_ids)) == ([], [])
    assert contents.sheets[0].words == NOT_THEIRS


def test_it_stands_in_the_pack_and_what_the_command_line_made_is_in_the_log(cast: Cast) -> None:
    assert "child_level_lists" in [part.key for part in parts()]
    with acting_as(cast.system):
        made_now(Viewer(cast.system), TODAY, NOW)
        assert Reading.objects.filter(page="inspection:pack").exists()
