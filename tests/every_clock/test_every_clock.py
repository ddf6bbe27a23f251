"""Every clock starts with the fact that causes its duty: on the day or a year late, whoever records it and in whatever way.

The walks are by standard; a standard whose clocks are worked out from the facts and that has no walk fails. The same walk
goes by recording, by the forms of the pages, and by the lists that are taken in: `by_form.FORMS` and `by_list` say which.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.primitives.clocks.catalogue import standards
from kittiwake.primitives.clocks.duties import governed
from kittiwake.primitives.clocks.models import Clock
from kittiwake.time.durations import COUNTS
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast
from tests.every_clock.by_form import FORMS, ByForm
from tests.every_clock.by_list import NO_LIST, ByList, NotOnAList
from tests.every_clock.facts import FACT, World, noon
from tests.every_clock.walks import NO_LIST_TELLS, NOT_WALKED, WALKS
from tests.matrix.pages import declared_pages

ON_THE_DAY, A_YEAR_LATE = noon(FACT).at + timedelta(hours=12), NOW
KNOWN_FROM_THE_DAY_IT_IS_RECORDED = {  # a risk and an assessment are
    ("transitions.adult_services_asked", A_YEAR_LATE): "2027-05-23",
    ("duties.home_notifies", A_YEAR_LATE): "2026-11-24",
    ("risk.full_assessment", A_YEAR_LATE): "2026-12-07",
    ("risk.reassessment", A_YEAR_LATE): "2027-02-23",
    ("risk.reassessment_significant", A_YEAR_LATE): "2027-01-04",
}
when = pytest.mark.parametrize("at", [ON_THE_DAY, A_YEAR_LATE], ids=["on_the_day", "a_year_late"])


NO_FACTS = {"by", "cast", "at", "child", "has_no_worker"}


def verbs() -> set[str]:
    return {name for name in vars(World) if not name.startswith("_")} - NO_FACTS


def runs(world: World, key: str) -> set[str]:
    clocks = Clock.objects.filter(entry__child=world.child, key=key, cancelled_at=None)
    return {local_date(clock.due_at).isoformat() for clock in clocks}


def due_on(key: str, at: datetime) -> str:
    return KNOWN_FROM_THE_DAY_IT_IS_RECORDED.get((key, at), WALKS[key][1])


def test_every_clock_that_facts_ask_for_is_walked_and_every_other_limit_says_why_not() -> None:
    assert set(governed()) <= set(WALKS)
    times = {key for key, standard in standards().items() if standard.within.unit not in COUNTS}
    assert times - set(WALKS) == set(NOT_WALKED)


def test_every_fact_has_its_form_and_its_list_or_the_reason_why_not() -> None:
    assert set(FORMS) == verbs()
    assert set(FORMS.values()) <= set(declared_pages())
    assert set(NO_LIST) <= verbs()


@pytest.mark.django_db
@when
@pytest.mark.parametrize("key", sorted(WALKS))
def test_the_fact_alone_starts_its_clock_whenever_it_is_recorded(cast: Cast, key: str, at: datetime) -> None:
    with acting_as_system():
        world = World(cast, at)
        WALKS[key][0](world)
        assert due_on(key, at) in runs(world, key)


@pytest.mark.django_db
@when
@pytest.mark.parametrize("key", sorted(WALKS))
def test_so_does_the_fact_filled_in_on_its_form(cast: Cast, key: str, at: datetime) -> None:
    world = ByForm(cast, at)
    WALKS[key][0](world)
    with acting_as_system():
        assert due_on(key, at) in runs(world, key)


@pytest.mark.django_db
@when
@pytest.mark.parametrize("key", sorted(set(WALKS) - set(NO_LIST_TELLS)))
def test_so_does_the_fact_that_a_list_tells(cast: Cast, key: str, at: datetime) -> None:
    with acting_as_system():
        world = ByList(cast, at)
        WALKS[key][0](world)
        world.taken_in()
        assert due_on(key, at) in runs(world, key)


@pytest.mark.parametrize("key", sorted(NO_LIST_TELLS))
def test_no_list_tells_of_it(cast: Cast, key: str) -> None:
    with pytest.raises(NotOnAList):
        WALKS[key][0](ByList(cast, NOW))
