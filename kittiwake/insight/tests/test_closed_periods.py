"""Whatever is recorded about later days never changes a figure of a period that is over, of any measure there is."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kittiwake.history.refusal import Refused
from kittiwake.insight import counting
from kittiwake.insight.rules import Figure
from kittiwake.insight.tests.later import HAPPENINGS, Happening
from kittiwake.insight.tests.worlds import FIRST, LAST
from kittiwake.practice.meetings.quorum import rules as quorum
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.measures import catalogue
from tests.cast import Cast

SOON, TODAY = datetime(2026, 12, 2, 11, tzinfo=UTC), datetime(2027, 3, 2, 9, tzinfo=UTC)

Later = st.lists(
    st.tuples(st.sampled_from(HAPPENINGS), st.integers(0, 80)),
    min_size=1,
    max_size=4,
    unique_by=lambda one: one[0],
)


@pytest.fixture
def world(world: Cast, time_machine) -> Cast:
    time_machine.move_to(TODAY, tick=False)
    return world


def figures() -> dict[str, list[Figure]]:
    every = list(catalogue.measures().values())
    found = counting.figures_of(every, FIRST, LAST, ("none", "team", "track"))
    return {f"{key} by {group}": figures for (key, group), figures in found.items()}


@contextlib.contextmanager
def for_now() -> Iterator[None]:
    """What happens inside is undone afterwards."""
    quora = {kind: list(rules) for kind, rules in quorum.QUORA.items()}
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    quorum.QUORA.update(quora)
    limits.forget()


def happen(what: Happening, cast: Cast, at: datetime) -> None:
    with contextlib.suppress(Refused), transaction.atomic():
        what(cast, at)


def changed(before: dict[str, list[Figure]]) -> dict[str, tuple[list[Figure], list[Figure]]]:
    return {key: (before[key], now) for key, now in figures().items() if now != before[key]}


def test_what_happens_later_leaves_the_figures_as_they_are(world: Cast) -> None:
    before = figures()

    @settings(
        max_examples=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
    )
    @given(later=Later)
    def whatever_happens(later: list[tuple[Happening, int]]) -> None:
        with for_now():
            for what, days in sorted(later, key=lambda one: one[1]):
                happen(what, world, SOON + timedelta(days=days))
            assert not changed(before), [what.__name__ for what, _ in later]

    found = {}
    for what in HAPPENINGS:
        with for_now():
            what(world, SOON)
            found[what.__name__] = changed(before)
    assert {name: sorted(keys) for name, keys in found.items() if keys} == {}
    whatever_happens()
