"""Recording who works here: what is refused, and the caseload that follows."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.workforce.caseloads import recording as agreements
from kittiwake.assurance.workforce.caseloads.queries import caseload_of, caseloads, over_cap
from kittiwake.assurance.workforce.engagements import recording as engagements
from kittiwake.assurance.workforce.supported_year import recording as supported_year
from kittiwake.history.refusal import Refused
from kittiwake.record import recording as record
from tests.cast import NOW, Cast, make_child

TODAY = NOW.date()


@pytest.fixture
def system(cast: Cast):  # type: ignore[no-untyped-def]
    with acting_as_system() as user:
        yield {"by": user, "at": NOW}


def engage(cast: Cast, system: dict, **changed: object):  # type: ignore[no-untyped-def]
    given = {"kind": "permanent", "role": "5", "fte": Decimal(1), "starts_on": date(2026, 1, 5), **changed}
    return engagements.engage(cast.workers["worker"], **given, **system)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"fte": Decimal("1.1")}, "FTE cannot be over 1"),
        ({"fte": Decimal(0)}, "holds cases cannot have a share"),
        ({"ends_on": date(2026, 1, 4)}, "The end cannot be before the start"),
        ({"swe_number": "12345"}, "SW and up to 10 numbers"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(cast, system, changed: dict, said: str) -> None:
    with pytest.raises(Refused, match=said):
        engage(cast, system, **changed)


def test_somebody_is_engaged_once_at_a_time(cast, system) -> None:
    engage(cast, system, ends_on=date(2026, 6, 1))
    with pytest.raises(Refused, match="already work here in that time"):
        engage(cast, system, starts_on=date(2026, 5, 31))
    engage(cast, system, starts_on=date(2026, 6, 1))


def test_an_end_is_recorded_once_and_not_before_the_start(cast, system) -> None:
    engagement = engage(cast, system)
    with pytest.raises(Refused, match="before the start"):
        engagements.end(engagement, ends_on=date(2026, 1, 1), reason="1", **system)
    engagements.end(engagement, ends_on=TODAY, reason="1", **system)
    with pytest.raises(Refused, match="already been ended"):
        engagements.end(engagement, ends_on=TODAY, reason="1", **system)


def test_a_number_is_kept_in_capitals(cast, system) -> None:
    assert engage(cast, system, swe_number="sw 12345").swe_number == "SW12345"


def test_a_caseload_counts_named_children_by_what_weighs_most(cast, system) -> None:
    agreements.agree_caseload(
        starts_on=date(2026, 4, 1), usual=Decimal(2), protected_share=Decimal("0.9"),
        weights={"child_protection": 1.5}, source="Panel", **system,
    )  # fmt: skip
    for kind in ("child_protection", "in_care"):
        record.start_track(cast.ash, kind=kind, starts_on=date(2026, 5, 1), **system)
    engage(cast, system)
    worker = cast.workers["worker"]
    held = caseload_of(worker, TODAY)
    assert held.tracks == {"child_protection": 1, "": 1}  # Ash, and Hazel, who is restricted
    assert (held.weighted, held.fte, held.cap) == (Decimal("2.5"), Decimal(1), None)
    assert caseload_of(worker, date(2026, 3, 31)).agreed.source != "Panel"


def test_the_cap_is_passed_only_while_newly_qualified(cast, system) -> None:
    worker = cast.workers["worker"]
    agreements.agree_caseload(
        starts_on=date(2026, 4, 1),
        usual=Decimal(3),
        protected_share=Decimal("0.9"),
        weights={},
        source="x",
        **system,
    )
    supported_year.start_supported_year(worker, starts_on=date(2026, 1, 5), ends_on=TODAY, **system)
    yesterday = TODAY - timedelta(days=1)
    assert not over_cap(worker, yesterday)  # 2 of at most 2.7
    assert over_cap(worker, yesterday, adding=1)
    assert not over_cap(worker, TODAY, adding=1)


def test_who_covers_has_the_child_on_top_of_their_own(cast, system) -> None:
    child = make_child("Fern", "Field", cast.north, None)
    record.allocate(
        child, team=cast.north, worker=cast.workers["worker"], is_cover=True, starts_on=TODAY, **system
    )
    assert caseload_of(cast.workers["worker"], TODAY).children == 2


def test_many_workers_are_counted_in_two_queries(cast, system, django_assert_num_queries) -> None:
    with django_assert_num_queries(2):
        loads = caseloads(cast.workers.values(), TODAY)
    assert loads[cast.workers["outsider"].pk].children == 1


def test_a_step_of_the_first_year_is_held_once(cast, system) -> None:
    year = supported_year.start_supported_year(cast.workers["worker"], starts_on=date(2026, 9, 1), **system)
    supported_year.hold_step(year, key="review_3", held_on=TODAY, **system)
    with pytest.raises(Refused, match="already been recorded"):
        supported_year.hold_step(year, key="review_3", held_on=TODAY, **system)
    with pytest.raises(Refused, match="between the start"):
        supported_year.hold_step(year, key="induction", held_on=date(2026, 8, 31), **system)
