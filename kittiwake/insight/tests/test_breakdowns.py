"""Cut by what is held of the children: every case has one group, and a tile, a list and an export say the same."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import product
from typing import Any

import pytest

from kittiwake.access.identity import acting_as
from kittiwake.access.viewer import Viewer
from kittiwake.insight import counting
from kittiwake.insight.behind import MOST_TAKEN_AWAY, RowsPage
from kittiwake.insight.counting import Case
from kittiwake.insight.results import results
from kittiwake.insight.showing import Figures, Period
from kittiwake.insight.tests import arrow
from kittiwake.insight.tests.worlds import FIRST, LAST
from kittiwake.insight.words import counted
from kittiwake.primitives.measures import catalogue, statements
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.dimension import NOT_KNOWN, Dimension
from kittiwake.primitives.measures.tables import Tables
from tests.cast import Cast

EVERY = list(catalogue.measures().values())
WAYS = list(catalogue.dimensions().values())


def of(key: str, by: str, **more: Any) -> list[Case]:
    measure, dimension = catalogue.measures()[key], catalogue.dimensions()[by]
    return counting.rows(measure, FIRST, LAST, by=dimension, many=MOST_TAKEN_AWAY, **more)


def without_group(cases: Iterable[Case]) -> Counter[tuple[Any, ...]]:
    return Counter(tuple(value for name, value in vars(case).items() if name != "group") for case in cases)


def test_a_way_of_cutting_is_no_other_grouping_and_fits_where_figures_are_kept() -> None:
    for key in catalogue.dimensions():
        assert key not in counting.GROUPS
        assert len(key) <= 10, "insight_keptfigures.grouped_by"
    assert {"age", "sex", "ethnicity", "disability", "track", "locality", "experience"} == set(
        catalogue.dimensions()
    )


def test_every_case_stands_in_one_group_and_none_twice(world: Cast) -> None:
    for measure in EVERY:
        whole = without_group(counting.rows(measure, FIRST, LAST, many=MOST_TAKEN_AWAY))
        for dimension in WAYS:
            cases = counting.rows(measure, FIRST, LAST, by=dimension, many=MOST_TAKEN_AWAY)
            assert without_group(cases) == whole, (measure.key, dimension.key)


def figure_by_hand(measure: Measure, cases: list[Case]) -> tuple[int | None, int | None, float | None]:
    """From the rows, as whoever takes them away would."""
    met = [case for case in cases if case.in_numerator]
    children, with_one = ({case.child_id for case in some} - {None} for some in (cases, met))
    values = [case.value for case in cases if case.value is not None]
    above = sum(case.value or 0 for case in met)
    below = sum(case.value or 0 for case in cases if not case.in_numerator)
    share = {
        "count": (len(met), None, len(met)),
        "children": (len(children), None, len(children)),
        "share": (len(met), len(cases), ratio(len(met), len(cases))),
        "children_share": (len(with_one), len(children), ratio(len(with_one), len(children))),
        "per_child": (len(cases), len(children), ratio(len(cases), len(children))),
        "median": (None, len(values), statistics.median(values) if values else None),
        "maximum": (None, len(values), max(values, default=None)),
        "weighted": (len(met), len(cases), ratio(above, above + below)),
        "ratio": (len(met), len(cases) - len(met), ratio(above, below)),
        "spread": (None, len(values), apart(values)),
    }
    return share[measure.how]


def ratio(one: float, other: float) -> float | None:
    return one / other if other else None


def apart(values: list[float]) -> float | None:
    if len(values) < 2:
        return 0.0 if values else None
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return high - low


def test_a_tile_a_list_and_an_export_agree_in_every_group_of_every_measure(world: Cast) -> None:
    """As somebody who sees many children and not all: the figure, the rows behind it, the file of them, and JSON."""
    director = world.user("director")
    figures, differ = Figures(Viewer(director), Period(FIRST, LAST)), []
    with acting_as(director):
        tiles = counting.figures_of(EVERY, FIRST, LAST, [way.key for way in WAYS])
        for measure, way in product(EVERY, WAYS):
            tile = {way.called(one.group): one for one in tiles[measure.key, way.key]}
            shown = RowsPage(measure, figures, by=way, many=MOST_TAKEN_AWAY)
            by_hand = {
                group: figure_by_hand(measure, cases) for group, cases in in_groups(shown.cases, way).items()
            }
            for group in tile.keys() | by_hand.keys():
                said = tile[group]
                numerator, denominator, value = by_hand[group]
                if (said.numerator, said.denominator) != (
                    numerator,
                    denominator,
                ) or said.value != pytest.approx(value):
                    differ.append((measure.key, way.key, group, said, by_hand[group]))
            if lines_of(shown) != [(way.called(case.group), counted(measure, case)) for case in shown.cases]:
                differ.append((measure.key, way.key, "file"))
            assert shown.withheld == 0
    assert differ == []


def in_groups(cases: Iterable[Case], way: Dimension) -> dict[str, list[Case]]:
    found: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        found[way.called(case.group)].append(case)
    return found


def lines_of(shown: RowsPage) -> list[tuple[str, str]]:
    """(group, counted) of each line of the file."""
    group, said = (shown.file_columns.index(name) for name in (shown.by.title, "Counted"))
    return [(line[group], line[said]) for line in shown.lines]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.key)
def test_what_programs_are_told_is_what_is_counted(world: Cast, way: Dimension) -> None:
    told = defaultdict(list)
    for row in results(FIRST, LAST, way.key):
        told[row["id"]].append((row["group"], row["numerator"], row["denominator"]))
    counted_now = counting.figures_of(EVERY, FIRST, LAST, [way.key])
    for measure in EVERY:
        said = [
            (way.called(one.group), one.numerator, one.denominator)
            for one in counted_now[measure.key, way.key]
        ]
        assert sorted(told[measure.key], key=str) == sorted(said, key=str), measure.key


def test_duckdb_puts_every_case_into_the_same_group(world: Cast) -> None:
    extract = arrow.extract(arrow.AREAS, Tables())
    made = {measure.key: statements.made(measure, "duckdb") for measure in EVERY}
    groups = {way.key: statements.made_by(way, "duckdb") for way in WAYS}
    for way, measure in product(WAYS, EVERY):
        ours = counting.rows(measure, FIRST, LAST, by=way, many=MOST_TAKEN_AWAY)
        sql = statements.text(made[measure.key], FIRST, LAST, "duckdb", groups[way.key])
        theirs = extract.execute(
            f'SELECT case_id, child_id, "on", "group" FROM ({sql}) cases WHERE "on" BETWEEN ? AND ?',
            [FIRST, LAST],
        ).fetchall()
        mine = [(case.case_id, case.child_id, case.on, case.group) for case in ours]
        assert sorted(mine, key=str) == sorted(theirs, key=str), (measure.key, way.key)


def test_experience_is_that_of_whoever_held_the_child_on_the_day(world: Cast) -> None:
    """The worker qualified in 2019, the outsider began their first year on 2 November, of the colleague since May both
    are known; nobody held Fern."""
    of_children = {case.child_id: case.group for case in of("P01", "experience")}
    assert of_children == {
        world.ash.pk: "5_to_9",
        world.briar.pk: "first_year",
        world.rowan.pk: "first_year",
    }
    of_workers = {case.worker_id: case.group for case in of("P76", "experience")}
    assert of_workers[world.workers["manager"].pk] == "10_more"
    assert of_workers[world.workers["exploitation_worker"].pk] is None


def test_whoever_asks_sees_the_groups_of_the_children_they_may_see(world: Cast) -> None:
    with acting_as(world.user("outsider")):
        assert [case.child_id for case in of("P01", "track")] == [world.rowan.pk]


def test_the_rows_of_a_group_are_those_of_its_figure(world: Cast) -> None:
    assert {case.group for case in of("P01", "track", group="in_care")} == {"in_care"}
    assert {case.group for case in of("P01", "sex", group=NOT_KNOWN)} == {None}
    assert of("P01", "sex", group="F") == []
