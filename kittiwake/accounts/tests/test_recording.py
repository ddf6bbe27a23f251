from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError

from kittiwake.accounts import recording
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.accounts.tests.people import is_signed_in, make_user, signed_in
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = AT + timedelta(days=30)
KIM = {"email": "Kim.Fell@Saltmere.example", "name": "Kim Fell", "role": "auditor"}


@pytest.fixture
def system(db: None) -> User:
    return User.objects.system()


def happened(user: User) -> list[tuple[str, dict]]:
    return list(
        Event.objects.filter(subject="accounts.user", subject_id=user.pk).values_list("what", "changes")
    )


def test_somebody_joins_without_a_password(system: User) -> None:
    user = recording.add_user(**KIM, by=system, at=AT)

    user.refresh_from_db()
    assert (user.email, user.role, user.is_active) == ("kim.fell@saltmere.example", Role.AUDITOR, True)
    assert not user.has_usable_password()
    assert happened(user) == [
        ("accounts.user_added", {"role": [None, "Quality auditor"], "expires_at": [None, None]})
    ]


@pytest.mark.parametrize(
    ("details", "words"),
    [
        ({"email": "kim.fell"}, "kim.fell is not an email address, like name@example.com."),
        ({"name": "  "}, "Enter the person's name."),
        ({"role": "wizard"}, "There is no role wizard. Roles are: social_worker, "),
        ({"role": "system"}, "There is no role system."),
        ({"role": "inspector"}, "Inspector: say until when the account is needed."),
        ({"role": "partner"}, "Partner professional: say until when the account is needed."),
        ({"expires_at": AT}, "The last day of the account must be in the future."),
    ],
)
def test_it_refuses_in_plain_words(system: User, details: dict, words: str) -> None:
    with pytest.raises(Refused) as refused:
        recording.add_user(**{**KIM, **details}, by=system, at=AT)

    assert words in str(refused.value)
    assert all(not user.is_somebody for user in User.objects.all())


def test_it_refuses_an_address_in_use_whatever_its_case(system: User) -> None:
    recording.add_user(**KIM, by=system, at=AT)

    with pytest.raises(Refused, match="There is already an account with this email address"):
        recording.add_user(**{**KIM, "email": "KIM.FELL@SALTMERE.EXAMPLE"}, by=system, at=AT)


def test_the_database_too_keeps_addresses_apart(system: User) -> None:
    make_user("Kim Fell")

    with pytest.raises(IntegrityError):
        User.objects.create(email="Kim.Fell@saltmere.example", name="Kim", role="auditor")


def test_an_inspector_comes_for_a_time(system: User) -> None:
    user = recording.add_user(**{**KIM, "role": "inspector"}, expires_at=LATER, by=system, at=AT)

    assert user.may_sign_in(LATER - timedelta(seconds=1))
    assert not user.may_sign_in(LATER)


def test_a_changed_role_is_kept_and_ends_sessions(system: User, robin: User) -> None:
    client = signed_in(robin)

    recording.change_role(robin, role="team_manager", by=system, at=AT)

    assert not is_signed_in(client)
    assert happened(robin) == [("accounts.role_changed", {"role": ["Social worker", "Team manager"]})]
    assert User.objects.get(pk=robin.pk).role == Role.TEAM_MANAGER


def test_a_session_does_not_come_back_with_the_old_role(system: User, robin: User) -> None:
    client = signed_in(robin)

    recording.change_role(robin, role="team_manager", by=system, at=AT)
    recording.change_role(robin, role="social_worker", by=system, at=AT)

    assert not is_signed_in(client)


def test_it_refuses_a_role_they_have_or_that_is_for_a_time(system: User, robin: User) -> None:
    with pytest.raises(Refused, match="Robin Marsh has this role already: Social worker"):
        recording.change_role(robin, role="social_worker", by=system, at=AT)
    with pytest.raises(Refused, match="say until when"):
        recording.change_role(robin, role="inspector", by=system, at=AT)
    assert happened(robin) == []


def test_it_refuses_what_somebody_else_has_just_changed(system: User, robin: User) -> None:
    User.objects.filter(pk=robin.pk).update(role="auditor")

    with pytest.raises(Refused, match="Somebody else has just changed the role of Robin Marsh"):
        recording.change_role(robin, role="analyst", by=system, at=AT)


def test_a_leaver_is_signed_out_and_it_is_kept(system: User, robin: User) -> None:
    client = signed_in(robin)

    recording.end_user(robin, by=system, at=AT)

    assert not is_signed_in(client)
    assert happened(robin) == [("accounts.user_ended", {"is_active": [True, False]})]
    with pytest.raises(Refused, match="closed already"):
        recording.end_user(robin, by=system, at=AT)


def test_nothing_to_forget_is_refused(system: User, robin: User) -> None:
    with pytest.raises(Refused, match="has no second factor"):
        recording.forget_factors(robin, by=system, at=AT)


@pytest.mark.parametrize("change", [recording.end_user, recording.forget_factors])
def test_kittiwake_itself_is_left_alone(system: User, change) -> None:
    with pytest.raises(Refused, match="Kittiwake itself"):
        change(system, by=system, at=AT)


def test_an_account_ends_on_the_day_that_is_said_and_no_later_than_it_did(system: User, robin: User) -> None:
    recording.end_user_on(robin, ends_at=LATER, by=system, at=AT)
    robin.refresh_from_db()
    assert robin.expires_at == LATER
    assert [what for what, _ in happened(robin)] == ["accounts.user_ends"]

    recording.end_user_on(robin, ends_at=LATER + timedelta(days=1), by=system, at=AT)
    robin.refresh_from_db()
    assert robin.expires_at == LATER
    assert len(happened(robin)) == 1

    recording.end_user_on(robin, ends_at=LATER - timedelta(days=1), by=system, at=AT)
    robin.refresh_from_db()
    assert robin.expires_at == LATER - timedelta(days=1)
