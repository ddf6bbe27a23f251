"""Tables of published statistics: who, when, how much; and what is refused, with one sentence."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from conftest import ROOT
from kittiwake.exchange.formats.statistics.reading import DICTIONARY, NO_YEAR, Read, read
from kittiwake.exchange.reading.files import read_tables
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.unreadable import UnreadableFile

SAMPLES = ROOT.parent / "shared" / "data" / "10_dfe_statistics"
MADE_UP = ROOT / "kittiwake" / "exchange" / "tests" / "files" / "statistics_made_up.csv"
REFUSED = {"SFR50_Missing_2017_older_layout.csv": NO_YEAR, "lait_measure_dictionary.csv": DICTIONARY}


def rows(content: bytes | Path) -> list[Read]:
    source = open_source(content) if isinstance(content, Path) else open_source(content, "figures.csv")
    (table,) = read_tables(source)
    return list(read(table))


def of(*lines: str) -> list[Read]:
    return rows("\n".join([*lines, ""]).encode())


def test_a_row_of_each_kind_of_area() -> None:
    found = rows(MADE_UP)
    areas = [(row.area.kind, row.area.code, row.area.name) for row in found if row.area]
    assert areas[:5] == [
        ("england", "england", "England"),
        ("region", "made up", "Made Up"),
        ("council", "000", "Saltmere"),
        ("council", "001", "Bay, Next"),
        ("council", "002", "Far Cove"),
    ]
    figures = [(figure.value, figure.mark) for row in found[:5] for figure in row.figures]
    assert figures == [
        (Decimal(11), ""),
        (Decimal("12.5"), ""),
        (Decimal(14), ""),
        (Decimal(9), ""),
        (None, "c"),
    ]
    indicators = {figure.indicator for row in found for figure in row.figures}
    assert indicators == {"Percentage of children who had a missing incident during the year | number"}


HEAD = "time_period,time_identifier,geographic_level,region_name,old_la_code,new_la_code,la_name,category,plans,percent"
OTHER_ORDER = "time_period,time_identifier,geographic_level,region_name,old_la_code,la_name,new_la_code,category,plans,percent"


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (HEAD, '202425,Academic year,Local authority,South,813,E06000013,"Bristol, City of",Plans,120,4.5'),
        (
            OTHER_ORDER,
            '202425,Academic year,Local authority,South,813,"Bristol, City of",E06000013,Plans,120,4.5',
        ),
    ],
)
def test_columns_in_two_orders(head: str, row: str) -> None:
    (found,) = of(head, row)
    assert found.area
    assert (found.area.code, found.area.name) == ("813", "Bristol, City of")
    assert (found.period, found.period_is) == ("202425", "Academic year")
    assert {figure.indicator: figure.value for figure in found.figures} == {
        "Plans | plans": Decimal(120),
        "Plans | percent": Decimal("4.5"),
    }


@pytest.mark.parametrize("mark", ["c", "z", "x", "k", "u", "low"])
def test_a_mark_is_kept_and_is_never_nought(mark: str) -> None:
    (_, found) = of(
        HEAD,
        "2025,Year,National,,,,,Plans,120,4.5",
        f"2025,Year,Regional,South,,,,Plans,{mark},{mark.upper()}",
    )
    assert [(figure.value, figure.mark) for figure in found.figures] == [(None, mark), (None, mark)]


def test_what_is_no_year_or_no_area_is_left_to_be_seen() -> None:
    found = of(
        HEAD,
        "0,Year,National,,,,,Plans,1,2",
        "2025,Year,Moon,,,,,Plans,1,2",
        "202527,Year,National,,,,,Plans,1,2",
    )
    assert [bool(row.problem) for row in found] == [True, True, True]
    assert all(not row.figures for row in found)


def test_indicators_that_others_took_from_them() -> None:
    found = of(
        "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region",
        "Plans,Number of plans,2015/16,Saltmere,12,901.0,South",
        "Plans,,2016,England,-,970.0,NA",
        "Plans,,2016,South and West,1.2E-2,982.0,NA",
    )
    assert [(row.area.kind, row.area.code, row.period) for row in found if row.area] == [
        ("council", "901", "201516"),
        ("england", "england", "2016"),
        ("region", "south and west", "2016"),
    ]
    assert [(figure.indicator, figure.value, figure.mark) for row in found for figure in row.figures] == [
        ("Plans", Decimal(12), ""),
        ("Plans", None, "-"),
        ("Plans", Decimal("0.012"), ""),
    ]


@pytest.mark.skipif(not SAMPLES.exists(), reason="The sample files are not beside this checkout.")
@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*.csv")) or ["none"])
def test_every_sample_is_read_or_refused_with_a_sentence(name: str) -> None:
    path = SAMPLES / name
    if name in REFUSED:
        with pytest.raises(UnreadableFile) as refused:
            rows(path)
        assert refused.value.sentence == REFUSED[name]
        return
    found = rows(path)
    assert found
    wrong = [row for row in found if row.problem]
    assert len(wrong) / len(found) < 0.02, wrong[:3]
    assert sum(len(row.figures) for row in found) >= len(found) - len(wrong) - 40
    assert {row.area.kind for row in found if row.area} >= {"england", "council"}
