"""Somebody stays who can let people in, also where two go at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from kittiwake.accounts import recording
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.accounts.tests.people import make_user
from kittiwake.history.refusal import Refused

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
Going = Callable[[User, User], None]
WAYS: dict[str, Going] = {
    "closed": lambda user, by: recording.end_user(user, by=by, at=AT),
    "ends": lambda user, by: recording.end_user_on(user, ends_at=AT + timedelta(days=1), by=by, at=AT),
    "given an end": lambda user, by: recording.change_end(user, ends_at=AT + timedelta(days=1), by=by, at=AT),
    "another role": lambda user, by: recording.change_role(user, role="analyst", by=by, at=AT),
    "another role to come": lambda user, by: recording.change_role(
        user, role="analyst", starts_on=date(2026, 12, 1), by=by, at=AT
    ),
}


@pytest.fixture
def first(db: None) -> User:
    return make_user("Ada First", Role.ADMINISTRATOR, last_login=AT)


@pytest.mark.parametrize("way", WAYS)
def test_the_only_one_stays(first: User, way: str) -> None:
    with pytest.raises(Refused, match="Ada First is the only system administrator who stays"):
        WAYS[way](first, User.objects.system())
    now = User.objects.get(pk=first.pk)
    assert (now.is_active, now.role, now.expires_at, now.next_role) == (True, Role.ADMINISTRATOR, None, "")


@pytest.mark.parametrize(
    "other",
    [
        {"last_login": None},
        {"last_login": AT, "is_active": False},
        {"last_login": AT, "expires_at": AT + timedelta(days=9)},
        {"last_login": AT, "next_role": Role.ANALYST, "next_role_on": date(2026, 12, 1)},
    ],
    ids=str,
)
def test_another_who_has_not_come_or_will_go_does_not_count(first: User, other: dict) -> None:
    make_user("Bo Second", Role.ADMINISTRATOR, **other)

    with pytest.raises(Refused, match="the only system administrator"):
        recording.end_user(first, by=User.objects.system(), at=AT)


@pytest.mark.parametrize("way", WAYS)
def test_with_another_who_stays_one_may_go(first: User, way: str) -> None:
    make_user("Bo Second", Role.ADMINISTRATOR, last_login=AT)

    WAYS[way](first, User.objects.system())


def test_nobody_changes_their_own_role(first: User) -> None:
    make_user("Bo Second", Role.ADMINISTRATOR, last_login=AT)

    with pytest.raises(Refused, match="Somebody else changes your own role"):
        recording.change_role(first, role="analyst", by=first, at=AT)
