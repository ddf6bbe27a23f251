from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.record import identifiers, places
from kittiwake.record.places import Adjoining, GridPoint, NotReadable

ENGLAND = places.english_authorities()
ADJOINING = places.english_adjoining()
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("placement", "responsible", "out", "distance", "why"),
    [
        ("812", "812", False, False, "in the council's own area"),
        ("813", "812", True, False, "next door"),
        ("925", "812", True, False, "next door, a county"),
        ("811", "812", True, True, "across the estuary"),
        ("383", "812", True, True, "further off"),
        ("908", "420", True, True, "islands adjoin nobody"),
        ("SCO", "929", True, True, "Scotland, from the border"),
        ("WAL", "812", True, True, "Wales, from far away"),
        ("WAL", "893", True, None, "some council in Wales, from the border"),
        ("W06000023", "893", True, False, "a council in Wales, next door"),
        ("W06000023", "812", True, None, "a council in Wales the table does not speak for"),
        ("NUK", "812", True, True, "abroad"),
        ("CON", "812", None, None, "confidential"),
        ("", "812", None, None, "not known"),
        ("812", "", None, None, "responsible council not known"),
        ("777", "812", True, None, "a code nobody has"),
    ],
)
def test_out_of_area_is_not_the_same_as_at_a_distance(placement, responsible, out, distance, why):
    assert places.is_out_of_area(placement, responsible) is out, why
    assert places.is_at_a_distance(placement, responsible, ADJOINING) is distance, why


def test_the_made_up_council_has_one_of_each():
    made_up = places.made_up_adjoining()
    assert [places.is_at_a_distance(code, "000", made_up) for code in places.made_up_authorities()] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("code", "neighbours"),
    [
        ("812", {"813", "925"}),
        ("908", {"878", "879"}),
        ("926", {"873", "925", "935"}),
        ("420", set()),
        ("921", set()),
        ("209", {"203", "210", "211", "305"}),
        ("810", {"811"}),
    ],
)
def test_the_neighbours_of_a_council(code, neighbours):
    assert ADJOINING.neighbours(code) == neighbours


def test_every_council_today_has_a_neighbour_unless_it_is_an_island():
    today = {code for code, authority in ENGLAND.items() if authority.exists(TODAY)}
    assert len(today) == 153
    assert {code for code in today if not ADJOINING.neighbours(code)} == {"420", "921"}
    assert ADJOINING.known == today


def test_every_council_has_codes_of_the_right_shape_and_a_region():
    for authority in ENGLAND.values():
        assert identifiers.la_code(authority.code) == authority.code
        assert identifiers.ons_code(authority.ons_code) == authority.ons_code
    assert len({authority.ons_code for authority in ENGLAND.values()}) == len(ENGLAND)
    assert len({authority.region for authority in ENGLAND.values()}) == 9


@given(st.sampled_from(sorted(ENGLAND)), st.sampled_from(sorted(ENGLAND)))
def test_adjoining_goes_both_ways_and_nobody_adjoins_themselves(one, other):
    assert ADJOINING.adjoin(one, other) == ADJOINING.adjoin(other, one)
    assert (other in ADJOINING.neighbours(one)) == (ADJOINING.adjoin(one, other) is True)
    assert not ADJOINING.adjoin(one, one)


def test_a_council_may_read_its_own_boundary_otherwise():
    corrected = ADJOINING.corrected(add=[("812", "811")], take_out=[("812", "925")])
    assert corrected.neighbours("812") == {"811", "813"}
    assert places.is_at_a_distance("811", "812", corrected) is False
    assert places.is_at_a_distance("925", "812", corrected) is True
    assert ADJOINING.neighbours("812") == {"813", "925"}


def test_silence_of_the_table_is_not_taken_for_no():
    table = Adjoining([("001", "002")], known=["001", "002", "003"])
    assert table.adjoin("001", "003") is False
    assert table.adjoin("001", "004") is None


@pytest.mark.parametrize(
    ("code", "on", "current"),
    [
        ("812", TODAY, ("812",)),
        ("909", date(2023, 3, 31), ("909",)),
        ("909", date(2023, 4, 1), ("942", "943")),
        ("928", TODAY, ("940", "941")),
        ("836", TODAY, ("839",)),
        ("835", date(2019, 4, 1), ("838", "839")),
        ("777", TODAY, ()),
    ],
)
def test_a_council_that_was_replaced_leads_to_those_that_stand_for_it(code, on, current):
    assert places.current_codes(code, on, ENGLAND) == current


def test_a_council_exists_from_its_first_day_to_the_day_before_its_successors():
    old, new = ENGLAND["909"], ENGLAND["942"]
    assert (old.exists(date(2023, 3, 31)), new.exists(date(2023, 3, 31))) == (True, False)
    assert (old.exists(date(2023, 4, 1)), new.exists(date(2023, 4, 1))) == (False, True)


def test_a_council_is_found_by_its_statistics_code():
    council = places.by_ons_code("E06000012", ENGLAND)
    assert council is not None
    assert council.code == "812"
    assert places.by_ons_code("E06999999", ENGLAND) is None


@pytest.mark.parametrize(
    ("home", "placement", "miles"),
    [
        (GridPoint(526981, 409395), GridPoint(526981, 409395), "0.0"),
        (GridPoint(500000, 400000), GridPoint(501609.3, 400000), "1.0"),
        (GridPoint(500000, 400000), GridPoint(503000, 404000), "3.1"),
        (GridPoint(500000, 400000), GridPoint(500000, 160930), "148.6"),
        (GridPoint(180000, 30000), GridPoint(400000, 650000), "408.8"),
        (None, GridPoint(1, 1), None),
        (GridPoint(1, 1), None, None),
    ],
)
def test_miles_are_a_straight_line_to_one_decimal(home, placement, miles):
    miles_apart = places.miles_between(home, placement)
    assert miles_apart == (miles and Decimal(miles))
    assert places.returned_miles(miles_apart) == Decimal(miles or "999.9")


@pytest.mark.parametrize(
    ("miles", "doubtful"),
    [(None, False), (Decimal("350.0"), False), (Decimal("350.1"), True), (Decimal("0"), False)],
)
def test_a_distance_that_is_probably_a_wrong_postcode(miles, doubtful):
    assert places.is_doubtful(miles) is doubtful


points = st.builds(GridPoint, st.integers(0, 700_000), st.integers(0, 1_300_000))


@given(points, points)
def test_miles_are_the_same_both_ways_and_never_below_zero(home, placement):
    miles = places.miles_between(home, placement)
    assert miles == places.miles_between(placement, home)
    assert miles is not None
    assert miles >= 0
    assert (miles == 0) == (home == placement or miles < Decimal("0.05"))


COLUMNS = ",".join(places.AUTHORITY_COLUMNS)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([], "The first line must be code,ons_code"),
        (["code,name"], "The first line must be code,ons_code"),
        ([COLUMNS, "001,,Next Bay"], "Line 2 must have 7 columns"),
        ([COLUMNS, "001,,Next Bay,,,,,extra"], "Line 2 must have 7 columns"),
        ([COLUMNS, "001,,,,,,"], "Line 2 of the councils needs a code and a name"),
        ([COLUMNS, "001,,A,,,,", "001,,B,,,,"], "Line 3 of the councils repeats the code 001"),
        (
            [COLUMNS, "001,,A,,01/04/2023,,"],
            "Line 2 of the councils has a date that is not written as 2023-04-01",
        ),
        ([COLUMNS, "001,,A,,,2023-04-01,002"], "A is replaced by a council that is not in the list"),
    ],
)
def test_a_table_of_councils_that_cannot_be_used_says_where(lines, told):
    with pytest.raises(NotReadable, match=told):
        places.read_authorities(lines)


@pytest.mark.parametrize("pair", ["000,000", "000,009", ",001"])
def test_a_table_of_neighbours_that_cannot_be_used_says_where(pair):
    with pytest.raises(NotReadable, match="Line 2 of the adjoining councils needs two different councils"):
        places.read_adjoining(["code,adjoins", pair], places.made_up_authorities())
