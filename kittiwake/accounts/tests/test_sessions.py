from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kittiwake.accounts import recording
from kittiwake.accounts.models import User
from kittiwake.accounts.sessions import browser
from kittiwake.accounts.tests.people import is_signed_in, make_user, sign_in, signed_in

NOW = time.time()


def at(minutes: float) -> time_machine.travel:
    return time_machine.travel(NOW + minutes * 60, tick=False)


def open_at(client: Client, *minutes: float) -> list[bool]:
    found = []
    for minute in minutes:
        with at(minute):
            found.append(is_signed_in(client))
    return found


@pytest.fixture
def at_work(client: Client, robin: User) -> Client:
    with at(0):
        sign_in(client, robin)
        client.get("/")
    return client


def test_it_ends_after_half_an_hour_of_nothing(at_work: Client) -> None:
    assert open_at(at_work, 29, 60) == [True, False]


def test_each_click_keeps_it_open(at_work: Client) -> None:
    assert open_at(at_work, 25, 50, 75, 100) == [True] * 4


def test_it_ends_after_twelve_hours_whatever_happens(at_work: Client) -> None:
    assert all(open_at(at_work, *range(20, 720, 20)))
    assert open_at(at_work, 721) == [False]


def test_the_limits_are_settings(at_work: Client, settings) -> None:
    settings.SESSION_IDLE_MINUTES, settings.SESSION_HOURS = 5, 1

    assert open_at(at_work, 4, 8, 14) == [True, True, False]


def test_it_says_why_and_leads_back(at_work: Client) -> None:
    with at(45):
        refused = at_work.get("/?wanted=this")
        page = at_work.get(refused["Location"]).content.decode()

    assert refused["Location"] == "/account/login/?next=/%3Fwanted%3Dthis"
    assert "You were signed out because nothing happened for 30 minutes" in page
    assert '<input type="hidden" name="next" value="/?wanted=this">' in page


def test_an_ended_session_does_not_come_back(at_work: Client) -> None:
    stolen = at_work.cookies["sessionid"].value
    open_at(at_work, 45)

    thief = Client()
    thief.cookies["sessionid"] = stolen
    assert open_at(thief, 46) == [False]


def test_a_request_costs_one_question_for_the_session_and_the_user_and_nothing_more(at_work: Client) -> None:
    with at(0.5), CaptureQueriesContext(connection) as asked:
        at_work.get("/account/closed/")

    tables = [
        query["sql"]
        for query in asked
        if "SAVEPOINT" not in query["sql"] and "set_config" not in query["sql"]
    ]
    assert len(tables) == 1, tables


def test_it_is_written_to_once_a_minute_at_most(at_work: Client) -> None:
    def writes(minute: float) -> int:
        with at(minute), CaptureQueriesContext(connection) as asked:
            at_work.get("/")
        return sum("UPDATE" in query["sql"] for query in asked)

    assert [writes(0.5), writes(0.9), writes(1.1), writes(1.5)] == [0, 0, 2, 0]


def test_a_leaver_is_refused_at_the_next_click(at_work: Client, robin: User) -> None:
    User.objects.filter(pk=robin.pk).update(is_active=False)

    assert open_at(at_work, 1) == [False]
    assert sign_in(at_work, robin)["Location"] == reverse("account_inactive")
    assert not is_signed_in(at_work)


def test_a_borrowed_account_ends_in_the_middle_of_a_session(at_work: Client, robin: User) -> None:
    with at(10):
        User.objects.filter(pk=robin.pk).update(expires_at=timezone.now())

    assert open_at(at_work, 5, 11) == [True, False]
    with at(12):
        assert sign_in(at_work, robin)["Location"] == reverse("account_inactive")


def test_a_changed_role_ends_every_session(at_work: Client, robin: User) -> None:
    """Even one that somebody changed behind our back, in the database."""
    User.objects.filter(pk=robin.pk).update(role="auditor")

    assert open_at(at_work, 1) == [False]


def test_a_changed_password_ends_the_others_and_not_this_one(robin: User) -> None:
    here, elsewhere = signed_in(robin), signed_in(robin)
    new = "gravel heron lantern"

    here.post(
        reverse("account_change_password"),
        {"oldpassword": "heron lantern gravel", "password1": new, "password2": new},
    )

    assert is_signed_in(here)
    assert not is_signed_in(elsewhere)


def test_it_lists_where_one_is_signed_in(robin: User) -> None:
    here = signed_in(robin)
    sign_in(Client(), robin, headers={"User-Agent": EDGE}, REMOTE_ADDR="203.0.113.7")
    sign_in(Client(), make_user("Kim Fell"), headers={"User-Agent": SAFARI})

    page = here.get(reverse("accounts:sessions")).content.decode()

    assert "This one" in page
    assert "Edge on Windows" in page
    assert "from 203.0.113.7" in page
    assert "iPhone" not in page


def test_it_signs_out_of_the_others_and_stays_here(robin: User) -> None:
    here, elsewhere, kims = signed_in(robin), signed_in(robin), signed_in(make_user("Kim Fell"))
    page = here.get(reverse("accounts:sessions")).content.decode()
    once = page.split('name="once" value="')[1].split('"')[0]

    answer = here.post(reverse("accounts:sessions"), {"once": once}, follow=True)

    assert "You have been signed out of 1 other place." in answer.content.decode()
    assert [is_signed_in(client) for client in (here, elsewhere, kims)] == [True, False, True]


def test_a_session_gone_idle_is_not_listed(robin: User) -> None:
    with at(0):
        signed_in(robin)
    with at(40):
        here = signed_in(robin)
        assert here.get(reverse("accounts:sessions")).content.decode().count("Signed in") == 1


def test_ending_sessions_counts_them(robin: User) -> None:
    signed_in(robin)
    signed_in(robin)

    assert recording.end_sessions(robin) == 2
    assert recording.end_sessions(robin) == 0


EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1"
)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (EDGE, "Edge on Windows"),
        (SAFARI, "Safari on an iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox on Linux"),
        (
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit Chrome/126.0 Mobile Safari/537.36",
            "Chrome on an Android device",
        ),
        ("", "A browser"),
    ],
)
def test_it_names_browsers_as_people_do(sent: str, words: str) -> None:
    assert browser(sent) == words


def test_whose_it_is_the_session_says_not_the_note_beside_it(at_work: Client, robin: User) -> None:
    somebody_else = make_user("Wren Reed")
    UserSession.objects.update(user=somebody_else)
    with at(0.5):
        assert at_work.get("/").wsgi_request.user == robin


def test_a_session_without_a_note_beside_it_is_read_as_well(at_work: Client, robin: User) -> None:
    UserSession.objects.all().delete()
    with at(0.5):
        assert at_work.get("/").wsgi_request.user == robin


def test_who_has_an_account_for_a_time_is_told_until_when(robin: User) -> None:
    client, ends = signed_in(robin), datetime(2031, 3, 31, 16, tzinfo=UTC)
    assert "Account ends" not in client.get("/account/").content.decode()
    User.objects.filter(pk=robin.pk).update(expires_at=ends)
    page = client.get("/account/").content.decode()
    assert "Account ends" in page
    assert "31 March 2031" in page
