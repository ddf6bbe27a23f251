"""Published examples, and what other programs got wrong."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from kittiwake.insight.disclosure import Breakdown, Sizes, Sum, Table, protect
from kittiwake.insight.disclosure.attack import Attack
from kittiwake.insight.disclosure.figure import Figure
from kittiwake.insight.disclosure.publication import Publication, Shown, at_most, total
from kittiwake.insight.disclosure.suppressing import suppressed

# Investment by activity (I to III) and region (A to C): Fischetti and Salazar-González 2001, after Willenborg and de Waal 1996.
INVESTED = {
    "I": {"A": 20, "B": 50, "C": 10},
    "II": {"A": 8, "B": 19, "C": 22},
    "III": {"A": 17, "B": 32, "C": 12},
}


def two_ways(
    numbers: Mapping[str, Mapping[str, int]], sensitive: Mapping[str, tuple[int, int]]
) -> Publication:
    """A table with its margins; each cell is a figure."""
    rows, columns = list(numbers), list(next(iter(numbers.values())))
    cells = {f"{row} {column}": numbers[row][column] for row in rows for column in columns}
    relations = [
        *(total(f"{row} all", [f"{row} {column}" for column in columns]) for row in rows),
        *(total(f"all {column}", [f"{row} {column}" for row in rows]) for column in columns),
        total("all all", [f"{row} all" for row in rows]),
    ]
    cells |= {f"{row} all": sum(numbers[row].values()) for row in rows}
    cells |= {f"all {column}": sum(numbers[row][column] for row in rows) for column in columns}
    cells["all all"] = sum(sum(row.values()) for row in numbers.values())
    shown = tuple(Shown(cell, frozenset([cell]), cost=1 + many) for cell, many in cells.items())
    return Publication(cells, tuple(relations), shown, sensitive)


def test_the_attacker_of_the_paper_finds_what_the_paper_says() -> None:
    """With four cells hidden, what II invested in C is between 5 and 30."""
    publication = two_ways(INVESTED, {})
    hidden = {"II A", "II C", "III A", "III C"}
    assert Attack(publication).interval(publication.visible(hidden), "II C") == (5, 30)


def test_a_cell_that_is_shown_is_known() -> None:
    publication = two_ways(INVESTED, {})
    assert Attack(publication).interval(publication.visible(set()), "II C") == (22, 22)


def test_one_cell_of_a_table_takes_the_cheapest_rectangle_with_it() -> None:
    publication = two_ways(INVESTED, {"II C": (20, 24)})
    assert suppressed(publication) == {"II C", "II A", "III A", "III C"}


def table(
    key: str, how: str, sets: str, **breakdowns: list[tuple[str | None, int | None, int | None]]
) -> Table:
    parts = [
        Breakdown(by, tuple(Figure(group, above, below, 1.0) for group, above, below in figures))
        for by, figures in breakdowns.items()
    ]
    return Table(key, how, tuple(parts), sets)


def hidden(*tables: Table, **more) -> set[tuple[str, str, str | None]]:
    return {
        (key, by, figure.group)
        for (key, by), figures in protect(tables, Sizes(), **more).items()
        for figure in figures
        if figure.is_hidden
    }


EPISODES, RETURNS = "1000 1000 77 77", "900 {counted} 66 5"


def test_tables_that_share_a_total_are_protected_together() -> None:
    """sdcTools/UserSupport 136: of 40 in each, one table hides 3 by team, the other by month, and neither may be alone."""
    teams = table("P01", "count", EPISODES, none=[(None, 40, None)], team=[("N", 3, None), ("S", 37, None)])
    months = table(
        "P18", "share", "1000 300 77 8", none=[(None, 12, 40)], month=[("1", 6, 3 + 12), ("2", 6, 25)]
    )
    assert hidden(teams, months) == {("P01", "team", "N"), ("P01", "team", "S")}


def test_what_a_title_says_is_published_too() -> None:
    """ddsjoberg/gtsummary 1691: a hidden count beside the total in the title."""
    numbers = {"yes": 3, "no": 37, "title": 40}
    shown = (
        Shown("yes", frozenset(["yes"])),
        Shown("no", frozenset(["no"])),
        Shown("title", frozenset(["title"]), is_out=True),
    )
    publication = Publication(numbers, (total("title", ["yes", "no"]),), shown, {"yes": (1, 5)})
    assert suppressed(publication) == {"yes", "no"}


def test_two_measures_of_the_same_returns_do_not_give_a_third_away() -> None:
    """48 returns, 46 with an offer; of those 44 held. Without the offers hidden, 2 returns have none."""
    offered = table("P09", "share", "900 700 66 60", none=[(None, 46, 48)])
    held = table("P10", "share", "700 500 60 50", none=[(None, 30, 46)])
    count = table("P00", "count", "900 900 66 66", none=[(None, 48, None)])
    assert hidden(offered) == {("P09", "none", None)}
    # Either what they are of, or how many were offered one, must go from every figure that shows it.
    assert hidden(offered, held, count) == {("P09", "none", None), ("P10", "none", None)}


def test_three_ways_that_come_to_all_are_linked_by_their_marks() -> None:
    """Lower, higher and the same: two that are shown give the third."""
    ways = [
        table(key, "share", f"600 {mark} 50 {mark}", none=[(None, many, 50)])
        for key, mark, many in (("lower", 100, 20), ("same", 200, 27), ("higher", 300, 3))
    ]
    assert hidden(*ways) == {("higher", "none", None), ("lower", "none", None)}


def test_nobody_in_a_team_is_shown_unless_it_tells_of_others() -> None:
    teams = [("N", 0, None), ("S", 3, None), ("E", 20, None), ("W", 30, None)]
    assert hidden(table("P", "count", "", none=[(None, 53, None)], team=teams)) == {
        ("P", "team", "S"),
        ("P", "team", "E"),
    }


def test_the_highest_of_anything_is_somebodys_own() -> None:
    assert hidden(table("P", "maximum", "", none=[(None, None, 40)])) == {("P", "none", None)}


@pytest.mark.parametrize(
    ("whole", "north", "also"),
    [
        (20, 19, set()),  # between 1 and 20 of them were in the other team
        (20, 18, {("P02", "team", "N")}),  # at least two were
    ],
)
def test_children_may_be_in_two_teams_and_are_no_sum(whole: int, north: int, also: set) -> None:
    teams = [("N", north, None), ("S", 5, None)]
    children = table("P02", "children", "", none=[(None, whole, None)], team=teams)
    assert hidden(children) == {("P02", "team", "S")} | also


QUARTERS = ("Q1", "Q2", "Q3", "Q4")


def year_of(*quarters: tuple[int, bool]) -> set[str]:
    """What is hidden of a year whose quarters, each hidden or not, went out before."""
    tables = [
        Table(key, "count", (Breakdown("none", (Figure(None, many, None, many, is_hidden),)),), is_out=True)
        for key, (many, is_hidden) in zip(QUARTERS, quarters, strict=True)
    ]
    many = sum(many for many, _ in quarters)
    year = Table("year", "count", (Breakdown("none", (Figure(None, many, None, many),)),))
    return {key for key, _, _ in hidden(*tables, year, together=[Sum("year", QUARTERS)])}


def test_what_went_out_before_stays_and_the_rest_gives_way() -> None:
    """Three quarters are out with their numbers: less those, the year would tell of 4. With two hidden it tells of 29."""
    assert year_of((20, False), (30, False), (25, False), (4, True)) == {"Q4", "year"}
    assert year_of((20, False), (30, False), (25, True), (4, True)) == {"Q3", "Q4"}


def test_relations_can_be_of_less_and_more() -> None:
    """Six of seven with a plan had it made together: those who had none are one at most."""
    numbers = {"with": 6, "together": 6, "none": 1, "all": 7}
    shown = tuple(Shown(cell, frozenset([cell])) for cell in ("with", "together", "all"))
    relations = (total("all", ["with", "none"]), at_most(["together"], ["with"]))
    publication = Publication(numbers, relations, shown, {"none": (1, 5)})
    assert suppressed(publication) == {"with", "together"} or suppressed(publication) == {"all"}


@pytest.mark.parametrize("seconds", [0.0, -1.0])
def test_without_an_answer_in_time_all_that_hangs_together_is_hidden(seconds: float) -> None:
    publication = two_ways({"N": {"a": 3, "b": 20}, "S": {"a": 40, "b": 0}}, {"N a": (1, 5)})
    everything = {cell for cell, many in publication.numbers.items() if many}
    assert suppressed(publication, seconds) == everything
    assert suppressed(publication) < everything
