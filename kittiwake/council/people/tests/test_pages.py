from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.outbox.models import Message
from kittiwake.record.models import Membership, Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date
from tests.cast import Cast, signed_in


@pytest.fixture
def administrator(cast: Cast) -> Client:
    return signed_in(cast.user("administrator"))


def send(client: Client, address: str, **typed: object) -> HttpResponse:
    return client.post(address, {**typed, "once": str(uuid4())})


def path(page: str, user: User) -> str:
    return reverse(f"people:{page}", args=[user.pk])


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def day(name: str, ahead: int) -> dict[str, int]:
    on = local_date(now()) + timedelta(days=ahead)
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def test_the_list_has_everybody_but_young_people_and_kittiwake_itself(
    cast: Cast, administrator: Client
) -> None:
    page = text(administrator, "/people/")

    assert cast.user("worker").name in page
    assert cast.user("young_person").name not in page
    assert "Kittiwake</a>" not in page


def test_it_is_narrowed_by_name_role_and_standing(cast: Cast, administrator: Client) -> None:
    User.objects.filter(pk=cast.user("chair").pk).update(last_login=now() - timedelta(days=90))
    User.objects.filter(pk=cast.user("auditor").pk).update(is_active=False)

    def shown(**asked: str) -> set[str]:
        page = administrator.get("/people/", asked).content.decode()
        return {user.name for user in cast.users.values() if f">{user.name}</a>" in page}

    assert shown(name="outsid") == {"Outsider"}
    assert shown(role=Role.PARTNER) == {"Partner", "Stranger"}
    assert shown(standing="away") == {"Chair"}
    assert shown(standing="closed") == {"Auditor"}
    assert "Administrator" not in shown(standing="never")
    assert "Auditor" not in shown()


def test_the_list_asks_as_often_for_many_as_for_few(cast: Cast, administrator: Client) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            administrator.get("/people/")
        return len(captured)

    asked()  # the first click of a session asks more
    few = asked()
    for number in range(40):
        User.objects.create_user(f"more{number}@saltmere.example", "More", Role.AUDITOR)
    assert asked() == few


def test_a_young_persons_account_is_not_there(cast: Cast, administrator: Client) -> None:
    assert administrator.get(path("person", cast.user("young_person"))).status_code == 404


@pytest.mark.parametrize("who", ["manager", "director", "protection_officer", "outsider"])
def test_nobody_else_opens_it(cast: Cast, who: str) -> None:
    client = signed_in(cast.user(who))
    assert client.get("/people/").status_code == 403
    assert send(client, path("close", cast.user("worker"))).status_code == 403
    assert User.objects.get(pk=cast.user("worker").pk).is_active


def test_somebody_is_added_invited_and_chooses_a_password(cast: Cast, administrator: Client) -> None:
    answer = send(
        administrator, "/people/new/", name="Kim Fell", email="kim.fell@saltmere.example", role="auditor"
    )
    kim = User.objects.get(email="kim.fell@saltmere.example")
    assert answer["Location"] == path("person", kim)

    answer = send(administrator, path("invite", kim))
    assert answer["Location"] == path("invitation", kim)
    first, second = text(administrator, answer["Location"]), text(administrator, answer["Location"])
    link = re.search(r"/account/password/new/[^<]+", first)
    assert link
    assert "This link was shown already" in second
    assert link[0] not in second

    visitor = Client()
    assert "Choose a password" in visitor.get(link[0], follow=True).content.decode()


def test_a_link_shown_to_one_administrator_is_of_one_person(cast: Cast, administrator: Client) -> None:
    send(administrator, path("invite", cast.user("worker")))

    assert "shown already" in text(administrator, path("invitation", cast.user("colleague")))


def test_an_invitation_opened_while_somebody_else_is_signed_in_says_so(
    cast: Cast, administrator: Client
) -> None:
    send(administrator, path("invite", cast.user("worker")))
    shown = text(administrator, path("invitation", cast.user("worker")))
    link = re.search(r"/account/password/new/[^<]+", shown)
    assert link

    page = administrator.get(link[0], follow=True).content.decode()

    assert "This link is for somebody else" in page
    assert "Administrator" in page


def test_the_address_of_somebody_who_left_is_not_given_to_another(cast: Cast, administrator: Client) -> None:
    send(administrator, path("close", cast.user("worker")))

    answer = send(
        administrator, "/people/new/", name="Another", email=cast.user("worker").email.upper(), role="auditor"
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This address belongs to Worker, whose account is closed." in page


def test_whoever_comes_back_has_their_account_opened_again(cast: Cast, administrator: Client) -> None:
    worker = cast.user("worker")
    send(administrator, path("close", worker))
    assert "Open this account again" in text(administrator, path("person", worker))

    assert send(administrator, path("open_again", worker), role="auditor").status_code == 302

    worker.refresh_from_db()
    assert (worker.is_active, worker.role) == (True, Role.AUDITOR)


def test_a_role_changes_on_the_day_that_was_said(cast: Cast, administrator: Client) -> None:
    worker = cast.user("worker")

    send(administrator, path("change_role", worker), role="team_manager", **day("starts_on", 3))

    worker.refresh_from_db()
    assert (worker.role, worker.next_role) == (Role.SOCIAL_WORKER, Role.TEAM_MANAGER)
    assert "Team manager" in text(administrator, path("person", worker))

    send(administrator, path("keep_role", worker))
    worker.refresh_from_db()
    assert worker.next_role == ""


def test_nobody_changes_their_own_role(cast: Cast, administrator: Client) -> None:
    page = text(administrator, path("change_role", cast.user("administrator")))
    assert "ask another system administrator" in page


def test_the_last_administrator_is_told_why_not(cast: Cast, administrator: Client) -> None:
    answer = send(administrator, path("close", cast.user("administrator")))

    assert answer.status_code == 422
    assert "Administrator is the only system administrator who stays." in answer.content.decode()


def test_a_last_day_is_the_last_day_they_may_sign_in(cast: Cast, administrator: Client) -> None:
    worker = cast.user("worker")

    send(administrator, path("set_last_day", worker), **day("expires_at", 0))

    worker.refresh_from_db()
    assert worker.may_sign_in(now())
    assert not worker.may_sign_in(now() + timedelta(days=1))


def test_an_account_is_tied_to_the_worker_a_list_brought_in(cast: Cast, administrator: Client) -> None:
    kim = User.objects.create_user("kim.fell@saltmere.example", "Kim Fell", Role.SOCIAL_WORKER)
    known, other = Worker.objects.create(name="Fell, Kim"), Worker.objects.create(name="Robin Marsh")
    today = local_date(now())
    Membership.objects.create(worker=known, team=cast.north, starts_on=today)

    page = text(administrator, path("tie", kim))
    assert "Fell, Kim" in page
    assert "North team" in page
    assert other.name not in page
    send(administrator, path("tie", kim), worker=known.pk)

    known.refresh_from_db()
    assert known.user == kim


def test_somebody_new_here_is_a_worker_of_their_own(cast: Cast, administrator: Client) -> None:
    kim = User.objects.create_user("kim.fell@saltmere.example", "Kim Fell", Role.SOCIAL_WORKER)

    send(administrator, path("tie", kim), worker="new")
    assert Worker.objects.get(user=kim).name == "Kim Fell"

    again = send(administrator, path("tie", kim), worker="new")
    assert "is known as a worker already" in again.content.decode()


def test_what_administrators_did_is_a_list_for_the_data_protection_officer(
    cast: Cast, administrator: Client
) -> None:
    send(administrator, path("change_role", cast.user("worker")), role="auditor", **day("starts_on", 0))

    officer = signed_in(cast.user("protection_officer"))
    page = text(officer, "/people/acts/")
    assert "Changed the role of an account. Role: Social worker → Quality auditor" in page
    assert "Administrator" in page
    assert "No administrator did anything" in text(officer, "/people/acts/?month=2020-01")
    assert officer.get("/people/acts/?month=nonsense").status_code == 200


def test_what_was_done_is_said_in_words_and_days(cast: Cast, administrator: Client) -> None:
    worker, on = cast.user("worker"), local_date(now()) + timedelta(days=3)
    send(administrator, path("change_role", worker), role="auditor", **day("starts_on", 3))
    send(administrator, path("set_last_day", worker), **day("expires_at", 3))
    send(administrator, path("close", worker))

    page = text(administrator, path("person", worker))
    assert f"Role: Social worker → Quality auditor. From: {long_date(on)}" in page
    assert f"Last day: {long_date(on)}" in page
    assert "May sign in: yes → no" in page


def test_a_link_is_offered_by_mail_where_mail_is_set_up(cast: Cast, administrator: Client, settings) -> None:
    worker = cast.user("worker")
    assert "by mail" not in text(administrator, path("person", worker))
    assert "Mail is not set up here" in send(administrator, path("invite_by_mail", worker)).content.decode()
    settings.MAIL_BY, settings.ADDRESS = "smtp", "https://kittiwake.example"
    assert "Send them the link by mail" in text(administrator, path("person", worker))
    assert send(administrator, path("invite_by_mail", worker))["Location"] == path("person", worker)
    assert f"on its way to {worker.email}" in text(administrator, path("person", worker))
    assert list(Message.objects.values_list("letter", "user_id")) == [("accounts.invitation", worker.pk)]
