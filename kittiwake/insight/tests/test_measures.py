"""Every measure over a drawn world: the figure a person counts by hand, on PostgreSQL and the same on DuckDB."""

from __future__ import annotations

import pytest
from django.db import connection

from kittiwake.access.identity import acting_as
from kittiwake.insight import counting
from kittiwake.insight.results import results
from kittiwake.insight.tests import arrow
from kittiwake.insight.tests.worlds import DRAWN, FIRST, LAST
from kittiwake.primitives.measures import catalogue, statements
from kittiwake.primitives.measures.tables import Tables
from tests.cast import Cast


def test_every_measure_has_been_drawn() -> None:
    assert set(DRAWN) == set(catalogue.measures())


def test_every_measure_counts_what_a_person_counts(world: Cast) -> None:
    found = {key: counting.figures(one, FIRST, LAST)[0] for key, one in catalogue.measures().items()}
    assert {key: (f.numerator, f.denominator) for key, f in found.items()} == {
        key: (numerator, denominator) for key, (numerator, denominator, _) in DRAWN.items()
    }
    assert {key: figure.value for key, figure in found.items()} == pytest.approx(
        {key: value for key, (*_, value) in DRAWN.items()}
    )


def test_both_engines_give_the_same_cases(world: Cast) -> None:
    extract = arrow.extract(arrow.AREAS, Tables())
    for key, measure in catalogue.measures().items():
        ours = [
            tuple(vars(case)[name] for name in counting.COLUMNS)
            for case in counting.rows(measure, FIRST, LAST)
        ]
        columns = ", ".join(f'"{name}"' for name in counting.COLUMNS)
        sql = statements.for_another_engine(measure, FIRST, LAST, "duckdb")
        theirs = extract.execute(
            f'SELECT {columns} FROM ({sql}) cases WHERE "on" BETWEEN ? AND ?', [FIRST, LAST]
        ).fetchall()
        assert ours, key
        assert sorted(ours, key=str) == sorted(theirs, key=str), key


def test_every_measure_and_every_way_of_cutting_can_be_written_for_spark() -> None:
    """Also where Spark is not: test_spark.py runs them where it is."""
    for measure in catalogue.measures().values():
        assert statements.for_another_engine(measure, FIRST, LAST, "pyspark").startswith(("SELECT", "WITH"))
    for way in catalogue.dimensions().values():
        assert "`group`" in statements.made_by(way, "pyspark").sql


DATE = 1082  # as PostgreSQL numbers its types


def test_every_case_counts_on_a_day(world: Cast) -> None:
    """A page says it as one. A day and an interval make a timestamp."""
    odd = []
    for key, measure in catalogue.measures().items():
        cases, given = counting.cases_sql(measure, FIRST, LAST, None)
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT "on" FROM ({cases}) cases LIMIT 0', given)
            odd += [key] if cursor.description[0].type_code != DATE else []
    assert odd == []


def test_every_case_has_the_team_and_worker_of_that_day(world: Cast) -> None:
    measure = catalogue.measures()["P01"]
    held = {case.child_id: (case.team_id, case.worker_id) for case in counting.rows(measure, FIRST, LAST)}
    assert held[world.ash.pk] == (world.north.pk, world.workers["worker"].pk)
    assert held[world.rowan.pk] == (world.south.pk, world.workers["outsider"].pk)


def test_whoever_asks_counts_only_the_children_they_may_see(world: Cast) -> None:
    measure = catalogue.measures()["P01"]
    with acting_as(world.user("outsider")):
        (figure,) = counting.figures(measure, FIRST, LAST)
        rows = counting.rows(measure, FIRST, LAST)
    assert figure.numerator == 1
    assert {row.child_id for row in rows} == {world.rowan.pk}


def test_many_are_counted_together_as_each_alone(world: Cast) -> None:
    """Whatever the reader sees: of few children, what is read is narrowed to them."""
    every = list(catalogue.measures().values())
    for who in ("outsider", "manager", "director"):
        with acting_as(world.user(who)):
            together = counting.figures_of(every, FIRST, LAST)
            alone = {(one.key, "none"): counting.figures(one, FIRST, LAST) for one in every}
        assert together == alone


def test_every_figure_is_as_many_rows_as_it_says(world: Cast) -> None:
    for measure in catalogue.measures().values():
        (figure,) = counting.figures(measure, FIRST, LAST)
        rows = counting.rows(measure, FIRST, LAST)
        if measure.how == "share":
            assert (sum(row.in_numerator for row in rows), len(rows)) == (
                figure.numerator,
                figure.denominator,
            )
        if measure.how == "children_share":
            assert len({row.child_id for row in rows}) == figure.denominator


def test_results_for_programs_add_up_by_team_and_month(world: Cast) -> None:
    whole = {row["id"]: row for row in results(FIRST, LAST)}
    assert whole["P01"] == {
        "id": "P01",
        "title": "Missing episodes",
        "from": "2026-11-01",
        "to": "2026-11-30",
        "known": None,
        "group": None,
        "numerator": 5,
        "denominator": None,
        "value": 5.0,
    }
    teams = {row["group"]: row["numerator"] for row in results(FIRST, LAST, "team") if row["id"] == "P01"}
    assert teams == {"North team": 4, "South team": 1}
    months = [row["group"] for row in results(FIRST.replace(month=1), LAST, "month") if row["id"] == "P01"]
    assert months == ["2026-03", "2026-07", "2026-10", "2026-11"]


def test_it_refuses_a_grouping_there_is_not() -> None:
    with pytest.raises(ValueError, match="Group by none, team, month, age"):
        results(FIRST, LAST, "school")
