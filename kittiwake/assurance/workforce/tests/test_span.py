"""How many people a manager has: by rule, beside the measure, and on the page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.workforce.caseloads import recording as caseloads
from kittiwake.assurance.workforce.engagements import recording as engagements
from kittiwake.assurance.workforce.span.rules import TeamPlace, is_too_many, managed, span_of_control
from tests.cast import NOW, Cast, signed_in

SERVICE, NORTH, SOUTH = 1, 2, 3
PARENTS = {SERVICE: None, NORTH: SERVICE, SOUTH: SERVICE}


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ([TeamPlace(1, NORTH, True), TeamPlace(2, NORTH, False), TeamPlace(3, NORTH, False)], {1: 2}),
        ([TeamPlace(1, NORTH, True)], {1: 0}),
        # Who manages a team together shares its people.
        (
            [TeamPlace(1, NORTH, True), TeamPlace(2, NORTH, True), TeamPlace(3, NORTH, False)],
            {1: "0.5", 2: "0.5"},
        ),
        # Managers of the teams right beneath, not their people.
        (
            [
                TeamPlace(9, SERVICE, True),
                TeamPlace(1, NORTH, True),
                TeamPlace(2, NORTH, False),
                TeamPlace(4, SOUTH, True),
            ],
            {9: 2, 1: 1, 4: 0},
        ),
        # One person manages both, and not themselves.
        ([TeamPlace(1, SERVICE, True), TeamPlace(1, NORTH, True), TeamPlace(2, NORTH, False)], {1: 1}),
        # In two teams of the same manager they count in each: it is two lots of work.
        (
            [
                TeamPlace(1, NORTH, True),
                TeamPlace(1, SOUTH, True),
                TeamPlace(2, NORTH, False),
                TeamPlace(2, SOUTH, False),
            ],
            {1: 2},
        ),
    ],
)
def test_people_to_a_manager(places: list[TeamPlace], found: dict[int, int | str]) -> None:
    assert managed(places, PARENTS) == {who: Decimal(many) for who, many in found.items()}


places = st.builds(TeamPlace, st.integers(1, 6), st.sampled_from([SERVICE, NORTH, SOUTH]), st.booleans())


@given(st.lists(places, max_size=12))
def test_sharing_a_team_loses_nobody(drawn: list[TeamPlace]) -> None:
    """The shares of those who manage the north team add up to its people, where they manage nothing else."""
    north = [place for place in drawn if place.team == NORTH]
    leads = {place.worker for place in north if place.manages}
    people = {place.worker for place in north if not place.manages} - leads
    total = sum(
        managed([place for place in north if place.manages or place.worker in people], PARENTS).values()
    )
    assert round(total, 9) == (len(people) if leads else 0)


@pytest.mark.parametrize(("people", "fte", "span"), [(6, "1", "6"), (6, "1.5", "4"), (6, "0", None)])
def test_span_of_control_is_people_to_a_whole_time_manager(people: int, fte: str, span: str | None) -> None:
    assert span_of_control(people, Decimal(fte)) == (Decimal(span) if span else None)


@pytest.mark.parametrize(
    ("span", "most", "over"), [("7", 7, False), ("7.5", 7, True), ("7", None, False), (None, 7, False)]
)
def test_too_many_is_more_than_was_agreed(span: str | None, most: int | None, over: bool) -> None:
    assert is_too_many(None if span is None else Decimal(span), most) is over


def _agree(most: int | None) -> None:
    with acting_as_system() as system:
        facts = {"usual": Decimal(16), "protected_share": Decimal("0.9"), "weights": {}, "source": "Panel"}
        caseloads.agree_caseload(starts_on=date(2026, 1, 5), most_managed=most, **facts, by=system, at=NOW)


def page(cast: Cast, who: str) -> str:
    return signed_in(cast.user(who)).get("/managers/").content.decode()


def test_a_manager_over_what_was_agreed_is_marked(cast: Cast) -> None:
    _agree(2)
    html = page(cast, "service_manager")
    assert "1 manager has more people than was agreed" in html
    assert "3, over" in html  # the worker, the colleague, business support
    assert "At most 2: Panel, from 5 January 2026." in html


def test_where_nothing_is_agreed_nobody_is_over(cast: Cast) -> None:
    _agree(None)
    html = page(cast, "director")
    assert "Nothing is agreed" in html
    assert "over</strong>" not in html


def test_half_time_managers_count_for_half(cast: Cast) -> None:
    _agree(5)
    with acting_as_system() as system:
        facts = {"kind": "permanent", "role": "3", "fte": Decimal("0.5"), "starts_on": date(2026, 1, 5)}
        engagements.engage(cast.workers["manager"], **facts, by=system, at=NOW)
    assert "6, over" in page(cast, "director")


def test_a_manager_sees_themselves_and_no_manager_beside_them(cast: Cast) -> None:
    html = page(cast, "manager")
    assert "North team" in html
    assert "Safeguarding service" not in html


def test_who_manages_nobody_does_not_open_it(cast: Cast) -> None:
    assert signed_in(cast.user("worker")).get("/managers/").status_code == 403
