"""What was known at a moment: what is recorded, corrected or struck out afterwards changes no figure as it was known then."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kittiwake.access import earlier
from kittiwake.access.identity import acting_as
from kittiwake.insight import counting
from kittiwake.insight.rules import Figure
from kittiwake.insight.tests.late import LATE, every_row_is_changed
from kittiwake.insight.tests.later import HAPPENINGS, Happening
from kittiwake.insight.tests.test_closed_periods import SOON, TODAY, for_now, happen
from kittiwake.insight.tests.worlds import AT, FIRST, LAST, draw
from kittiwake.primitives.measures import catalogue, statements
from tests.cast import Cast

Found = dict[str, list[Figure]]
OF_EACH = ("none", "team", "track", "locality")
Afterwards = st.lists(st.sampled_from(LATE + HAPPENINGS), min_size=2, max_size=6, unique=True)


def moment() -> datetime:
    """By the clock of the database, which no test moves."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def figures(known_at: datetime | None = None, groups: tuple[str, ...] = OF_EACH) -> Found:
    every = list(catalogue.measures().values())
    found = counting.figures_of(every, FIRST, LAST, groups, known_at)
    return {f"{key} by {group}": figures for (key, group), figures in found.items()}


def differing(one: Found, other: Found) -> set[str]:
    return {key for key in one.keys() & other.keys() if one[key] != other[key]}


def measures_of(keys: set[str]) -> set[str]:
    return {key.split()[0] for key in keys}


READERS = [
    "director",
    "worker",
    "outsider",
    "manager",
    "interviewer",
    "chair",
    "partner",
    "young_person",
    "member",
]


def versions_read(cast: Cast, who: str) -> dict[str, tuple[int, int]]:
    """By table: how many rows they read a version of, and how many of these they do not read themselves."""
    keys = {model._meta.db_table: model._meta.pk.column for model in earlier.models_read()}
    found = dict.fromkeys(keys, (0, 0))
    with acting_as(cast.user(who)), connection.cursor() as cursor:
        cursor.execute("SELECT table_name, array_agg(DISTINCT row_id) FROM history_version GROUP BY 1")
        for table, row_ids in cursor.fetchall():
            cursor.execute(f'SELECT count(*) FROM "{table}" WHERE "{keys[table]}" = ANY (%s)', [row_ids])
            found[table] = len(row_ids), len(row_ids) - cursor.fetchone()[0]
    return found


def test_what_is_recorded_afterwards_leaves_what_was_known(cast: Cast, time_machine) -> None:
    """Before anything was written, then with the whole world, and with whatever may be said of it later."""
    time_machine.move_to(AT, tick=False)
    empty, nothing_yet = figures(), moment()
    draw(cast)
    time_machine.move_to(TODAY, tick=False)
    then, known_at = figures(), moment()
    of_teams = {"P76f"}  # who manages how many was so before
    assert measures_of(differing(empty, then)) == set(catalogue.measures()) - of_teams
    assert not differing(empty, figures(nothing_yet))

    with for_now():
        every_row_is_changed(cast, SOON)
        now = figures()
        assert len(measures_of(differing(then, now))) > 80, "It must be able to find what is wrong."
        assert not differing(then, figures(known_at))
        told = {who: versions_read(cast, who) for who in READERS}

    for who, tables in told.items():
        assert not [table for table, (_, of_no_row_they_read) in tables.items() if of_no_row_they_read], who
    assert told["director"]["missing_episode"][0] > told["partner"]["missing_episode"][0]

    for what in LATE:
        with for_now():
            what(cast, SOON)
            assert differing(then, figures(groups=("none",))), f"{what.__name__} is about the period."

    @settings(
        max_examples=4,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
    )
    @given(afterwards=Afterwards)
    def whatever_is_recorded(afterwards: list[Happening]) -> None:
        with for_now():
            for days, what in enumerate(afterwards):
                happen(what, cast, SOON + timedelta(days=days))
            assert not differing(then, figures(known_at)), [what.__name__ for what in afterwards]

    whatever_is_recorded()


def test_whatever_a_measure_reads_can_be_read_as_it_was(db) -> None:
    """And nothing else: who may read earlier versions is told table by table."""
    read = {name for measure in catalogue.measures().values() for name in statements.of(measure).tables}
    read |= {name for way in catalogue.dimensions().values() for name in statements.by(way).tables}
    assert read == {model._meta.db_table for model in earlier.models_read()}


def test_a_table_that_is_read_as_it_was_keeps_its_versions_or_never_changes() -> None:
    keeps = {model: {trigger.name for trigger in model._meta.triggers} for model in earlier.models_read()}
    assert not [model for model, names in keeps.items() if not names & {"keep_version", "append_only"}]
