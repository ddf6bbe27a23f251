from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kittiwake.accounts import rules

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("is_active", "expires_at", "is_open"),
    [
        (True, None, True),
        (False, None, False),
        (True, NOON + SECOND, True),
        (True, NOON, False),
        (True, NOON - SECOND, False),
        (False, NOON + SECOND, False),
    ],
)
def test_an_account_is_open_until_its_last_moment(
    is_active: bool, expires_at: datetime | None, is_open: bool
) -> None:
    assert rules.is_open(is_active=is_active, expires_at=expires_at, at=NOON) is is_open


@pytest.mark.parametrize(
    ("started", "seen", "because"),
    [
        (0, 0, ""),
        (-1799, -1799, ""),
        (-1800, -1800, "idle"),
        (-7199, -10, ""),
        (-7200, -10, "long"),
        (-7200, -7200, "long"),
    ],
)
def test_a_session_ends_when_idle_and_in_any_case(started: int, seen: int, because: str) -> None:
    half_an_hour, two_hours = timedelta(minutes=30), timedelta(hours=2)

    assert (
        rules.ended_because(started=started, seen=seen, now=0, idle=half_an_hour, longest=two_hours)
        == because
    )


@pytest.mark.parametrize(
    ("token", "asked"),
    [
        ({"amr": ["pwd", "mfa"]}, True),
        ({"amr": ["pwd"]}, False),
        ({}, False),
        ({"amr": "mfa"}, False),
        ({"amr": None}, False),
    ],
)
def test_a_provider_says_whether_it_asked_for_two(token: dict, asked: bool) -> None:
    assert rules.asked_for_two(token) is asked


@pytest.mark.parametrize(
    ("claims", "address"),
    [
        ({"email": "Robin@Saltmere.example", "email_verified": True}, "robin@saltmere.example"),
        ({"email": "robin@saltmere.example", "email_verified": "true"}, "robin@saltmere.example"),
        ({"email": "robin@saltmere.example", "email_verified": "false"}, ""),
        ({"email": "robin@saltmere.example", "email_verified": False}, ""),
        ({"email": "robin@saltmere.example", "email_verified": 1}, "robin@saltmere.example"),
        ({"email": "robin@saltmere.example"}, ""),
        ({"email": "robin@handed-out.example"}, "robin@handed-out.example"),
        ({"email": "robin@handed-out.example.evil.example"}, ""),
        ({"email": "a@handed-out.example@evil.example"}, ""),
        ({"email": ["robin@handed-out.example"], "email_verified": True}, ""),
        ({"email_verified": True}, ""),
    ],
)
def test_an_address_counts_only_when_the_provider_vouches_for_it(claims: dict, address: str) -> None:
    assert rules.vouched_address(claims, ["Handed-Out.example"]) == address


@pytest.mark.parametrize(
    ("userinfo", "id_token", "one"),
    [
        ({"sub": "1"}, {"sub": "1"}, True),
        ({"sub": "1"}, {"sub": "2"}, False),
        ({"name": "x"}, {"sub": "2"}, False),
        ({}, {"sub": "2"}, True),
        ({"sub": "1"}, {}, True),
    ],
)
def test_two_answers_must_be_about_one_person(userinfo: dict, id_token: dict, one: bool) -> None:
    assert rules.is_one_person(userinfo, id_token) is one


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2::9", "2001:db8:1:2::"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
    ],
)
def test_a_household_counts_as_one_address(address: str, network: str) -> None:
    assert rules.network_of(address) == network
