from __future__ import annotations

from datetime import date

import pytest

from kittiwake.council.directory import rules

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("ended", "of", "most_ended", "are"),
    [
        (5, 6, 10, False),  # a small team that goes together
        (6, 6, 10, True),
        (6, 60, 10, False),
        (7, 60, 10, True),
        (200, 2000, 10, False),
        (201, 2000, 10, True),
        (201, 2000, 100, False),  # a council that trusts its directory wholly
        (6, 2000, 0, True),
    ],
)
def test_how_many_are_too_many(ended: int, of: int, most_ended: int, are: bool) -> None:
    assert rules.are_too_many(ended=ended, of=of, most_ended=most_ended) is are


@pytest.mark.parametrize(
    ("claims", "id_token", "said"),
    [
        ({}, {"groups": ["a", "b"]}, {"a", "b"}),
        ({"groups": ["a"]}, {}, {"a"}),
        ({"groups": "a"}, {}, {"a"}),
        ({"groups": ["other"]}, {"groups": ["a"]}, {"a"}),  # what is signed goes before what is asked
        ({"groups": []}, {}, set()),
        ({}, {}, set()),
        ({}, {"_claim_names": {"groups": "src1"}}, None),
        ({}, {"hasgroups": True}, None),
        ({"groups": ["a"]}, {"hasgroups": True}, {"a"}),
    ],
)
def test_which_groups_a_provider_said(claims: dict, id_token: dict, said: set[str] | None) -> None:
    assert rules.groups_said(claims, id_token) == said


@pytest.mark.parametrize(
    ("ends_on", "wrong"),
    [
        (date(2026, 11, 22), "today or later"),
        (TODAY, ""),
        (date(2027, 11, 24), ""),
        (date(2027, 11, 25), "within a year"),
    ],
)
def test_until_when_a_token_may_work(ends_on: date, wrong: str) -> None:
    assert wrong in rules.wrong_last_day(ends_on, today=TODAY)
    assert bool(wrong) == bool(rules.wrong_last_day(ends_on, today=TODAY))
