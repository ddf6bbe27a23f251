"""Which group a child is in on a day: by age, who they are, which track they are on, where they live."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from kittiwake.insight.breakdowns import of_children
from kittiwake.insight.tests.test_breakdowns import of
from kittiwake.practice.missing.tests.made import away
from kittiwake.record import codes
from kittiwake.record import recording as record
from kittiwake.record.models import Address, Child, Placement, Residence
from tests.cast import Cast, make_child


def episode(cast: Cast, child: Child, on: date) -> None:
    away(cast, child, datetime(on.year, on.month, on.day, 12, tzinfo=UTC), 3)


def groups(cast: Cast, by: str, *days: date) -> list[str | None]:
    """Of a child who went on each of these days."""
    for on in days:
        episode(cast, cast.ash, on)
    return [case.group for case in sorted(of("P01", by), key=lambda case: case.on)]


def born(cast: Cast, on: date | None, **more: Any) -> None:
    Child.objects.filter(pk=cast.ash.pk).update(born_on=on, **more)


@pytest.mark.parametrize(
    ("born_on", "on_the_ninth", "on_the_tenth"),
    [
        (date(2010, 11, 10), "10_to_15", "16_to_17"),
        (date(2008, 11, 10), "16_to_17", "18_over"),
        (date(2016, 11, 10), "5_to_9", "10_to_15"),
        (date(2021, 11, 10), "1_to_4", "5_to_9"),
        (date(2025, 11, 10), "under_1", "1_to_4"),
        (date(2026, 11, 10), "not_born", "under_1"),
        (None, None, None),
    ],
)
def test_they_are_as_old_as_on_the_day(
    cast: Cast, born_on: date | None, on_the_ninth: str, on_the_tenth: str
) -> None:
    born(cast, born_on)
    assert groups(cast, "age", date(2026, 11, 9), date(2026, 11, 10)) == [on_the_ninth, on_the_tenth]


def test_whoever_is_not_born_has_no_age_but_is_known(cast: Cast) -> None:
    born(cast, date(2026, 12, 24), birth_is="due")
    assert groups(cast, "age", date(2026, 11, 9)) == ["not_born"]


@pytest.mark.parametrize(
    ("by", "facts", "group"),
    [
        ("sex", {"sex": "F"}, "F"),
        ("sex", {"sex": "U"}, None),
        ("ethnicity", {"ethnicity": "WROM"}, "white"),
        ("ethnicity", {"ethnicity": "CHNE"}, "asian"),
        ("ethnicity", {"ethnicity": "REFU"}, "refused"),
        ("ethnicity", {"ethnicity": "NOBT"}, None),
        ("disability", {"disabilities": []}, None),
        ("disability", {"disabilities": ["NONE"]}, "no"),
        ("disability", {"disabilities": ["LD", "AUT"]}, "yes"),
    ],
)
def test_who_they_are_is_as_the_record_has_it(
    cast: Cast, by: str, facts: dict[str, Any], group: str | None
) -> None:
    Child.objects.filter(pk=cast.ash.pk).update(**facts)
    assert groups(cast, by, date(2026, 11, 9)) == [group]


def test_every_code_of_ethnicity_and_every_track_has_a_group() -> None:
    in_a_group = {code for _, several in of_children.ETHNICITY.values() for code in several}
    assert in_a_group == set(codes.ETHNICITY.keys()) - {"NOBT"}
    assert set(of_children.TRACKS) == set(codes.TRACK.keys())


def test_the_track_is_that_of_the_day_and_of_several_the_first(cast: Cast) -> None:
    by = {"by": cast.system, "at": datetime(2026, 11, 23, 9, tzinfo=UTC)}
    record.start_track(
        cast.ash, kind="early_help", starts_on=date(2026, 11, 3), ends_on=date(2026, 11, 12), **by
    )
    record.start_track(cast.ash, kind="in_care", starts_on=date(2026, 11, 10), **by)
    days = [date(2026, 11, day) for day in (2, 3, 10, 12)]
    assert groups(cast, "track", *days) == [None, "early_help", "in_care", "in_care"]


def lives_at(child: Child, postcode: str, since: date | None, until: date | None = None) -> None:
    address = Address.objects.create(line="1 Quay", postcode=postcode)
    at = datetime(2026, 11, 1, tzinfo=UTC)
    Residence.objects.create(child=child, address=address, starts_on=since, ends_on=until, recorded_at=at)


def test_the_area_is_where_they_lived_on_the_day(cast: Cast) -> None:
    lives_at(cast.ash, "ZZ99 3VZ", None, date(2026, 11, 10))
    lives_at(cast.ash, "ZZ1 1AA", date(2026, 11, 10))
    lives_at(cast.briar, "", date(2026, 1, 1))
    episode(cast, cast.briar, date(2026, 11, 2))
    days = [date(2026, 11, 9), date(2026, 11, 10)]
    assert groups(cast, "locality", *days) == [None, "ZZ99", "ZZ1"]


def test_whoever_is_placed_lives_there_and_not_at_home(cast: Cast) -> None:
    """Also where nobody says at which address: then it is not known."""
    lives_at(cast.ash, "ZZ99 3VZ", None)
    place(cast, "ZZ98 1AA", date(2026, 11, 9), date(2026, 11, 11))
    place(cast, "", date(2026, 11, 11), None)
    days = [date(2026, 11, day) for day in (6, 9, 11)]
    assert groups(cast, "locality", *days) == ["ZZ99", "ZZ98", None]


def place(cast: Cast, postcode: str, since: date, until: date | None) -> None:
    address = Address.objects.create(line="2 Quay", postcode=postcode) if postcode else None
    at = datetime(2026, 11, 1, tzinfo=UTC)
    Placement.objects.create(child=cast.ash, address=address, starts_on=since, ends_on=until, recorded_at=at)


def test_somebody_new_makes_no_other_case(cast: Cast) -> None:
    make_child("Wren", "Reed", cast.north, None, sex="F")
    assert groups(cast, "sex", date(2026, 11, 9)) == [None]


def test_whoever_has_several_homes_at_once_is_one_case_in_the_newest(cast: Cast) -> None:
    for postcode in ("ZZ99 3VZ", "ZZ98 1AA", "ZZ97 1AA"):
        lives_at(cast.ash, postcode, date(2026, 1, 1))
    assert groups(cast, "locality", date(2026, 11, 9)) == ["ZZ97"]
