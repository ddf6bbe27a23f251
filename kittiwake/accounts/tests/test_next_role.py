"""A role that begins on a day to come: never a day later, whatever the nightly job did."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kittiwake.accounts import recording
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.accounts.tests.people import is_signed_in, sign_in, signed_in
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.time.moments import local_date

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
MONDAY = date(2026, 11, 30)


@pytest.fixture
def by(db: None) -> User:
    return User.objects.system()


def plan(user: User, by: User, starts_on: date = MONDAY, at: datetime = AT) -> None:
    recording.change_role(user, role="team_manager", starts_on=starts_on, by=by, at=at)


def test_until_the_day_they_have_the_role_they_had_and_stay_signed_in(by: User, robin: User) -> None:
    client, today = signed_in(robin), local_date(timezone.now())

    plan(robin, by, starts_on=today + timedelta(days=2), at=timezone.now())

    assert is_signed_in(client)
    robin.refresh_from_db()
    assert (robin.role, robin.next_role) == (Role.SOCIAL_WORKER, Role.TEAM_MANAGER)
    assert list(Event.objects.values_list("what", flat=True)) == ["accounts.role_changed"]


def test_as_the_day_begins_the_next_click_is_refused_and_signing_in_gives_the_new_role(
    by: User, robin: User
) -> None:
    client, today = signed_in(robin), local_date(timezone.now())
    plan(robin, by, starts_on=today + timedelta(days=1), at=timezone.now())

    User.objects.filter(pk=robin.pk).update(next_role_on=today)  # a night later, and no job has run

    assert not is_signed_in(client)
    sign_in(client, robin)
    assert is_signed_in(client)
    robin.refresh_from_db()
    assert (robin.role, robin.next_role, robin.next_role_on) == (Role.TEAM_MANAGER, "", None)


def test_the_nightly_job_begins_what_is_due_and_nothing_else(by: User, robin: User) -> None:
    plan(robin, by)

    recording.begin_next_roles(datetime(2026, 11, 29, 23, 59, tzinfo=UTC))
    robin.refresh_from_db()
    assert robin.role == Role.SOCIAL_WORKER

    recording.begin_next_roles(datetime(2026, 11, 30, 0, 1, tzinfo=UTC))
    robin.refresh_from_db()
    assert (robin.role, robin.next_role) == (Role.TEAM_MANAGER, "")


def test_a_day_that_is_over_or_far_ahead_is_refused(by: User, robin: User) -> None:
    with pytest.raises(Refused, match="The day must be today or later"):
        plan(robin, by, starts_on=AT.date() - timedelta(days=1))
    with pytest.raises(Refused, match="The day must be within a year"):
        plan(robin, by, starts_on=AT.date() + timedelta(days=400))


def test_today_is_at_once(by: User, robin: User) -> None:
    client = signed_in(robin)

    plan(robin, by, starts_on=AT.date())

    assert not is_signed_in(client)
    assert User.objects.get(pk=robin.pk).role == Role.TEAM_MANAGER


def test_what_was_planned_is_taken_back(by: User, robin: User) -> None:
    plan(robin, by)

    recording.keep_role(robin, by=by, at=AT)

    assert User.objects.get(pk=robin.pk).next_role == ""
    with pytest.raises(Refused, match="No change of role is to come"):
        recording.keep_role(robin, by=by, at=AT)


def test_whoever_comes_back_is_not_let_in_by_their_old_password(by: User, robin: User) -> None:
    recording.end_user(robin, by=by, at=AT)

    recording.open_again(robin, role="auditor", by=by, at=AT)

    client = Client()
    sign_in(client, robin)
    assert not is_signed_in(client)
    assert User.objects.get(pk=robin.pk).role == Role.AUDITOR
    with pytest.raises(Refused, match="is open already"):
        recording.open_again(User.objects.get(pk=robin.pk), role="auditor", by=by, at=timezone.now())


def test_an_end_is_set_later_and_taken_away(by: User, robin: User) -> None:
    ends_at = AT + timedelta(days=30)
    recording.change_end(robin, ends_at=ends_at, by=by, at=AT)
    recording.change_end(robin, ends_at=ends_at + timedelta(days=1), by=by, at=AT)
    assert User.objects.get(pk=robin.pk).expires_at == ends_at + timedelta(days=1)

    recording.change_end(robin, ends_at=None, by=by, at=AT)
    assert User.objects.get(pk=robin.pk).expires_at is None
    with pytest.raises(Refused, match="That is the last day of Robin Marsh already"):
        recording.change_end(robin, ends_at=None, by=by, at=AT)


def test_a_partner_always_has_a_last_day(by: User, robin: User) -> None:
    User.objects.filter(pk=robin.pk).update(role=Role.PARTNER)
    robin.refresh_from_db()
    with pytest.raises(Refused, match="say until when"):
        recording.change_end(robin, ends_at=None, by=by, at=AT)
    with pytest.raises(Refused, match="within ten years"):
        recording.change_end(robin, ends_at=AT + timedelta(days=9999), by=by, at=AT)


def test_a_closed_account_is_not_invited_nor_given_a_day(by: User, robin: User) -> None:
    recording.end_user(robin, by=by, at=AT)
    with pytest.raises(Refused, match="Open it again first"):
        recording.invite(robin, by=by, at=AT)
    with pytest.raises(Refused, match="Open it again first"):
        recording.change_end(robin, ends_at=None, by=by, at=AT)


def test_an_invitation_ends_sessions_and_the_links_before_it(by: User, robin: User) -> None:
    client = signed_in(robin)

    first = recording.invite(robin, by=by, at=timezone.now())
    second = recording.invite(robin, by=by, at=timezone.now())

    assert not is_signed_in(client)
    assert "This link no longer works" in Client().get(first, follow=True).content.decode()
    assert "Choose a password" in Client().get(second, follow=True).content.decode()


def test_signing_somebody_out_is_kept_and_refused_where_they_are_nowhere(by: User, robin: User) -> None:
    client = signed_in(robin)

    recording.sign_out(robin, by=by, at=AT)

    assert not is_signed_in(client)
    with pytest.raises(Refused, match="is not signed in anywhere"):
        recording.sign_out(robin, by=by, at=AT)


def test_a_name_and_an_address_are_changed(by: User, robin: User) -> None:
    recording.change_address(robin, email="Robin.Fell@saltmere.example", name="Robin Fell", by=by, at=AT)

    robin.refresh_from_db()
    assert (robin.email, robin.name) == ("robin.fell@saltmere.example", "Robin Fell")
    with pytest.raises(Refused, match="This is their name and address already"):
        recording.change_address(robin, email=robin.email, name=robin.name, by=by, at=AT)
