"""Published statistics taken in, published anew, taken back; and beside our own figures."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.urls import reverse

from conftest import ROOT
from kittiwake.access.identity import acting_as_system
from kittiwake.council.settings import recording as council
from kittiwake.exchange import recording
from kittiwake.exchange.models import Import, ImportRow
from kittiwake.exchange.reading.source import open_source
from kittiwake.history.refusal import Refused
from kittiwake.insight.statistics.beside import Beside, beside
from kittiwake.insight.statistics.models import PublishedFigure
from kittiwake.insight.statistics.settings import NEIGHBOURS
from tests.cast import NOW, Cast, signed_in

MADE_UP = ROOT / "kittiwake" / "exchange" / "tests" / "files" / "statistics_made_up.csv"
TODAY = NOW.date()
INDICATOR = "Percentage of children who had a missing incident during the year | number"


def take_in(cast: Cast, content: bytes | Path = MADE_UP, hours: int = 0) -> Import:
    at = NOW + timedelta(hours=hours)
    source = open_source(content) if isinstance(content, Path) else open_source(content, "again.csv")
    batch = recording.preview("statistics", [source], by=cast.user("analyst"), at=at)
    recording.commit(batch, by=cast.user("analyst"), at=at)
    return batch


def verdicts(batch: Import) -> set[str]:
    with acting_as_system():
        return set(batch.rows.values_list("verdict", flat=True))


def standing() -> dict[tuple[str, str], tuple[Decimal | None, str]]:
    rows = PublishedFigure.objects.standing()
    return {
        (code, period): (value, mark)
        for code, period, value, mark in rows.values_list("area_code", "period", "value", "mark")
    }


def neighbours(cast: Cast, codes: str) -> None:
    council.set_detail(
        NEIGHBOURS,
        value=codes,
        effective_from=TODAY,
        why="The adviser’s list",
        version=0,
        by=cast.user("administrator"),
        at=NOW,
    )


def rows(shown: Beside | None) -> list[list[object]]:
    assert shown is not None
    return [list(row) for row in shown.rows]


def test_they_are_kept_with_marks_where_there_is_no_number(cast: Cast) -> None:
    assert verdicts(take_in(cast)) == {ImportRow.NEW}
    kept = standing()
    assert len(kept) == 7
    assert kept["002", "2025"] == (None, "c")
    assert kept["england", "2025"] == (Decimal(11), "")


def test_the_same_file_twice_changes_nothing(cast: Cast) -> None:
    take_in(cast)
    assert verdicts(take_in(cast, hours=1)) == {ImportRow.UNCHANGED}
    assert PublishedFigure.objects.count() == 7


def test_published_anew_the_later_stands_and_undone_the_earlier_again(cast: Cast) -> None:
    take_in(cast)
    revised = MADE_UP.read_bytes().replace(b"during the year,11\n", b"during the year,12\n")
    batch = take_in(cast, revised, hours=1)
    assert verdicts(batch) == {ImportRow.CHANGED, ImportRow.UNCHANGED}
    assert standing()["england", "2025"] == (Decimal(12), "")
    recording.undo(batch, by=cast.user("analyst"), at=NOW + timedelta(hours=2))
    assert standing()["england", "2025"] == (Decimal(11), "")
    assert len(standing()) == 7


def test_what_a_later_file_revised_is_not_undone_beneath_it(cast: Cast) -> None:
    first = take_in(cast)
    take_in(cast, MADE_UP.read_bytes().replace(b"during the year,11\n", b"during the year,12\n"), hours=1)
    with pytest.raises(Refused, match="a later file has other figures"):
        recording.undo(first, by=cast.user("analyst"), at=NOW + timedelta(hours=2))


def test_england_the_region_and_the_middle_of_the_neighbours(cast: Cast) -> None:
    take_in(cast)
    neighbours(cast, "001 002 003")
    assert rows(beside("P03", TODAY)) == [
        ["England", "11%", "2025"],
        ["Made up", "12.5%", "2025"],
        ["Middle of 1 of our 3 statistical neighbours", "9%", "2025"],
        ["Lowest and highest of 1 of our 3 statistical neighbours", "9% to 9%", "2025"],
    ]


def test_nothing_is_said_of_what_nobody_published(cast: Cast) -> None:
    assert beside("P03", TODAY) is None
    take_in(cast)
    assert beside("P50", TODAY) is None
    assert beside("P09", TODAY) is None


def test_a_share_of_what_is_hidden_is_hidden(cast: Cast) -> None:
    head = "time_period,time_identifier,geographic_level,region_name,old_la_code,la_name,CLA_group,number"
    top, of = (
        "Children who went missing more than once during the year",
        "Children who had a missing incident during the year",
    )
    lines = [
        head,
        f"2025,Reporting year,National,,,,{top},600",
        f"2025,Reporting year,National,,,,{of},1000",
        f"2025,Reporting year,Local authority,Made up,001,Next Bay,{top},c",
        f"2025,Reporting year,Local authority,Made up,001,Next Bay,{of},20",
        f"2025,Reporting year,Local authority,Made up,002,Far Cove,{top},10",
        f"2025,Reporting year,Local authority,Made up,002,Far Cove,{of},40",
    ]
    take_in(cast, "\n".join([*lines, ""]).encode())
    neighbours(cast, "001 002")
    found = rows(beside("P05", TODAY))
    assert found[0] == ["England", "60.0%", "2025"] or found[0] == ["England", "60%", "2025"]
    assert found[1][0] == "Middle of 1 of our 2 statistical neighbours"
    assert found[1][1] == "25%"


def test_it_stands_on_the_page_of_the_measure(cast: Cast) -> None:
    take_in(cast)
    page = signed_in(cast.user("analyst")).get(reverse("insight:measure", args=["P03"])).content.decode()
    assert "What others publish" in page
    assert "11%" in page
    assert "no targets" in page


def test_neighbours_are_three_digits_each(cast: Cast) -> None:
    with pytest.raises(Refused, match="three digits"):
        neighbours(cast, "001, 002")
