"""The worker's pages, the paper, and the way in and out."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kittiwake.access.identity import acting_as
from kittiwake.practice.own_pages import recording, rules
from kittiwake.practice.own_pages.models import Hold, OwnPage, Talk
from kittiwake.practice.own_pages.tests.making import ENDS_ON, code, given
from kittiwake.primitives.actions.models import Action
from kittiwake.time.moments import start_of
from tests.cast import NOW, Cast, signed_in

ENTER = "/account/enter/"
MINE = "/mine/"
ON_PAPER = re.compile(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\b")


def send(client: Client, url: str, **answers: object):
    return client.post(url, {"once": str(uuid4()), **answers})


def entered(code: str, **more: str) -> Client:
    client = Client(**more)
    client.post(ENTER, {"code": code})
    return client


def is_in(client: Client) -> bool:
    return client.get(MINE).status_code == 200


@pytest.fixture(autouse=True)
def at_now(time_machine: time_machine.TimeMachineFixture) -> None:
    time_machine.move_to(NOW)


@pytest.fixture
def worker(cast: Cast) -> Client:
    return signed_in(cast.user("worker"))


def test_a_worker_gives_it_and_the_code_is_shown_once(cast: Cast, worker: Client) -> None:
    form = reverse("own_pages:give", args=[cast.ash.pk])
    assert "What you told us, and what came of it" in worker.get(form).content.decode()
    answer = send(
        worker, form, talked_day="23", talked_month="11", talked_year="2026", talked_time="08:00",
        told=[key for key, _ in rules.TOLD], post_seen_by="Her stepfather", phone_used_by="Nobody",
        night_number="0300 000 0000", ends_on_day="1", ends_on_month="3", ends_on_year="2027",
    )  # fmt: skip
    own_page = OwnPage.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, own_page.get_absolute_url())
    url = reverse("own_pages:code", args=[own_page.pk])
    once = str(uuid4())
    paper = worker.post(url, {"once": once})
    (made,) = set(ON_PAPER.findall(paper.content.decode()))
    assert "http://testserver/account/enter/" in paper.content.decode()
    assert cast.ash.first_name not in paper.content.decode()
    again = worker.post(url, {"once": once}, follow=True)  # a second click
    assert not ON_PAPER.findall(again.content.decode())
    assert is_in(entered(made))


def test_whose_child_it_is_not_is_told_so_before_the_form(cast: Cast) -> None:
    assert (
        signed_in(cast.user("outsider")).get(reverse("own_pages:give", args=[cast.ash.pk])).status_code == 404
    )


def test_a_code_opens_the_childs_page_however_it_is_typed(cast: Cast) -> None:
    made = code(cast, given(cast))
    for typed in (made, rules.in_groups(made).lower(), f" {made[:6]} {made[6:]}"):
        assert is_in(entered(typed))


def test_a_wrong_code_opens_nothing_and_says_what_to_do(cast: Cast) -> None:
    made = code(cast, given(cast))
    wrong = made[:-1] + ("2" if made[-1] != "2" else "3")
    for typed, words in (
        (wrong, "ask your worker"),
        ("ABC", "12 letters and numbers"),
        ("", "Enter your code"),
    ):
        client = Client()
        answer = client.post(ENTER, {"code": typed})
        assert answer.status_code == 422
        assert words in answer.content.decode()
        assert not is_in(client)


def test_a_new_code_ends_the_old_one_and_who_is_in_with_it(cast: Cast) -> None:
    own_page = given(cast)
    first = code(cast, own_page)
    child = entered(first)
    assert is_in(child)
    second = code(cast, own_page)
    assert not is_in(child)
    assert not is_in(entered(first))
    assert is_in(entered(second))


def test_taken_away_they_are_out_on_their_next_click(cast: Cast, worker: Client) -> None:
    own_page = given(cast)
    made = code(cast, own_page)
    child = entered(made)
    assert is_in(child)
    send(worker, reverse("own_pages:take_away", args=[own_page.pk]), why="They asked")
    assert not is_in(child)
    assert not is_in(entered(made))


def test_it_ends_by_itself_with_its_last_day(
    cast: Cast, time_machine: time_machine.TimeMachineFixture
) -> None:
    made = code(cast, given(cast))
    time_machine.move_to(start_of(ENDS_ON) + timedelta(hours=23))
    child = entered(made)
    assert is_in(child)
    time_machine.move_to(start_of(ENDS_ON + timedelta(days=1)))
    assert not is_in(child)
    assert not is_in(entered(made))


def test_many_wrong_tries_slow_a_stranger_down_and_tell_the_worker_but_not_the_childs_own_phone(
    cast: Cast,
) -> None:
    made = code(cast, given(cast))
    phone = entered(made)  # known from now on
    phone.get(reverse("own_pages:leave"))
    stranger = Client()
    for _ in range(6):
        answer = stranger.post(ENTER, {"code": made[:4] + "22222222"})
    assert "too many tries" in answer.content.decode()
    assert "too many tries" in stranger.post(ENTER, {"code": made}).content.decode()
    assert Action.objects.count() == 1
    phone.post(ENTER, {"code": made})
    assert is_in(phone)


def test_after_a_while_a_stranger_phone_may_try_again(
    cast: Cast, time_machine: time_machine.TimeMachineFixture
) -> None:
    made = code(cast, given(cast))
    client = Client()
    for _ in range(6):
        client.post(ENTER, {"code": made[:4] + "22222222"})
    time_machine.move_to(NOW + timedelta(minutes=6))
    client.post(ENTER, {"code": made})
    assert is_in(client)


def test_leaving_signs_out_and_goes_somewhere_else(cast: Cast) -> None:
    child = entered(code(cast, given(cast)))
    answer = child.get(reverse("own_pages:leave"))
    assert answer["Location"].startswith("https://www.bbc.co.uk")
    assert answer["Cache-Control"] == "no-store"
    assert answer["Clear-Site-Data"] == '"cache"'
    assert not is_in(child)


def test_a_code_opens_no_account_but_a_young_persons(cast: Cast) -> None:
    robin = cast.user("worker")
    robin.email = recording.address("ABCD")
    robin.set_password("EFGHJKMN")
    robin.save()
    client = entered("ABCDEFGHJKMN")
    assert client.get("/").status_code == 302


def test_their_page_names_their_worker_and_says_nothing_of_the_talk(cast: Cast) -> None:
    cast.workers["worker"].phone = "0300 111 2222"
    cast.workers["worker"].save()
    child = entered(code(cast, given(cast)))
    words = child.get(MINE).content.decode()
    for said in (
        "0300 111 2222",
        "0300 000 0000",
        "1 March 2027",
        "Anything from the police",
        "account/leave",
    ):
        assert said in words
    assert "stepfather" not in words
    assert "<title>Home</title>" in words


def test_the_database_itself_keeps_the_talk_from_them(cast: Cast) -> None:
    own_page = given(cast)
    with acting_as(own_page.user):
        assert OwnPage.objects.count() == 1
        assert not Talk.objects.exists()


def test_the_page_says_when_another_worker_has_come_since(cast: Cast, worker: Client) -> None:
    from kittiwake.record import recording as record

    own_page = given(cast)
    url = own_page.get_absolute_url()
    assert "became their worker" not in worker.get(url).content.decode()
    record.allocate(
        cast.ash, team=cast.north, worker=cast.workers["colleague"],
        starts_on=(NOW + timedelta(days=1)).date(), by=cast.user("manager"), at=NOW,
    )  # fmt: skip
    with time_machine.travel(NOW + timedelta(days=1)):
        words = signed_in(cast.user("colleague")).get(url).content.decode()
    assert "became their worker" in words


def test_the_pages_say_how_it_stands(cast: Cast, worker: Client) -> None:
    pages = reverse("own_pages:of_child", args=[cast.ash.pk])
    assert "has not had one" in worker.get(pages).content.decode()
    own_page = given(cast)
    assert "Open" in worker.get(pages).content.decode()
    assert "Her stepfather" not in worker.get(own_page.talk.get_absolute_url()).content.decode()
    send(worker, reverse("own_pages:put_hold", args=[cast.ash.pk]), why="He makes her show it")
    held = Hold.objects.get()
    assert "Taken away" in worker.get(own_page.get_absolute_url()).content.decode()
    assert "He makes her show it" in worker.get(held.get_absolute_url()).content.decode()
    assert "not to have a page" in worker.get(reverse("own_pages:give", args=[cast.ash.pk])).content.decode()
    lifting = reverse("own_pages:lift", args=[held.pk])
    assert worker.get(lifting).status_code == 403
    manager = signed_in(cast.user("manager"))
    assert "They may have one again" in manager.get(pages).content.decode()
    assert send(manager, lifting, why="He has moved out").status_code == 302
    assert "He has moved out" in manager.get(held.get_absolute_url()).content.decode()
    chronology = worker.get(f"/children/{cast.ash.pk}/chronology/").content.decode()
    for words in ("Opened by her stepfather", "He makes her show it", "Ended 23 November 2026"):
        assert words in chronology
