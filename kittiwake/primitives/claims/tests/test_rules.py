from __future__ import annotations

from datetime import date

import pytest

from kittiwake.primitives.claims import rules
from kittiwake.record.identifiers import Likeness
from kittiwake.record.identifiers.tidy import NotValid


@pytest.mark.parametrize(
    ("kind", "wording", "number", "platform", "key"),
    [
        ("vehicle", "Dev's Astra", "ab12 c??", "", "AB12C??"),
        ("vehicle", "A blue car", "", "", ""),
        ("phone", "His phone", "07700 900123", "", "+447700900123"),
        ("handle", "His snap", "@Dev_24", "snapchat", "snapchat:dev_24"),
        ("handle", "A name", "Dev_24", "", "other:dev_24"),
        ("place", "The flat at Elm Court", "", "", "flat elm court"),
        ("person", "  DEV ", "", "", "dev"),
        ("group", "The", "", "", "the"),
    ],
)
def test_what_is_compared(kind: str, wording: str, number: str, platform: str, key: str) -> None:
    assert rules.match_key(kind, wording, number, platform) == key


def test_a_number_that_cannot_be_one_is_refused() -> None:
    with pytest.raises(NotValid, match="phone number"):
        rules.match_key("phone", "His phone", "not known")


def test_a_partial_plate_is_a_candidate_and_never_more() -> None:
    assert rules.likeness("vehicle", "AB12C??", "AB12CDE") is Likeness.POSSIBLE
    assert rules.likeness("vehicle", "AB12CDE", "AB12CDE") is Likeness.SAME
    assert rules.likeness("vehicle", "AB12CDE", "XY12CDE") is Likeness.DIFFERENT


def test_what_is_only_described_alike_is_possible() -> None:
    assert rules.likeness("person", "dev", "dev") is Likeness.POSSIBLE


def test_a_claim_fades_after_half_a_year() -> None:
    assert rules.expires_on(date(2026, 5, 24)) == date(2026, 11, 23)


def test_a_grade_is_written_as_police_write_it() -> None:
    grade = rules.Grade("2", "A", "C")
    assert str(grade) == "2A C"
    assert grade.words[2] == "C: may be shared with conditions"


def test_every_kind_can_be_decided_and_linked() -> None:
    assert {kind for kind, _ in rules.KINDS} > rules.NUMBERED


def test_a_name_online_is_the_same_or_another() -> None:
    assert rules.likeness("handle", "snapchat:dev", "snapchat:dev") is Likeness.SAME
    assert rules.likeness("handle", "snapchat:dev", "snapchat:dev1") is Likeness.DIFFERENT
