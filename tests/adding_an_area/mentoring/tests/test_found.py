"""It is found wherever the house collects what areas say of themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now
from kittiwake.practice.mentoring.broken_links import LINKS
from kittiwake.practice.mentoring.models import Talk
from kittiwake.practice.mentoring.on_pages import PARTS
from kittiwake.practice.mentoring.recording import record_talk

from kittiwake.access.labels import page_name
from kittiwake.areas.area import declared
from kittiwake.history.models import Event
from kittiwake.practice.missing.recording import report_past
from kittiwake.primitives.clocks.catalogue import standards
from kittiwake.primitives.measures.catalogue import links, measures
from kittiwake.time.moments import Moment, local_date
from tests.cast import Cast, signed_in


@pytest.fixture
def talk(cast: Cast) -> Talk:
    """They were to meet again ten days ago."""
    today = local_date(now())
    facts = {"talked_on": today - timedelta(days=40), "next_on": today - timedelta(days=10)}
    return record_talk(cast.ash, mentor="Wren Whitlow", **facts, by=cast.user("worker"), at=now())


def shown(cast: Cast, who: str, address: str) -> str:
    return signed_in(cast.user(who)).get(address).content.decode()


def test_on_the_childs_page_and_in_the_chronology(cast: Cast, talk: Talk) -> None:
    page = shown(cast, "worker", cast.ash.get_absolute_url())
    assert reverse("mentoring:talks", args=[cast.ash.pk]) in page
    assert reverse("mentoring:record_talk", args=[cast.ash.pk]) in page
    assert "Talk with Wren Whitlow" in page
    chronology = shown(cast, "worker", reverse("desk:chronology", args=[cast.ash.pk]))
    assert "Talk with their mentor, Wren Whitlow" in chronology
    assert talk.entry.get_absolute_url() in chronology
    assert "Their mentor is Wren Whitlow" in chronology


def test_it_waits_for_the_childs_worker_and_for_nobody_else(cast: Cast, talk: Talk) -> None:
    assert "Talk again with Wren Whitlow" in shown(cast, "worker", reverse("desk:my_work"))
    assert "Talk again with Wren Whitlow" not in shown(cast, "outsider", reverse("desk:my_work"))


def test_its_form_records(cast: Cast) -> None:
    today = local_date(now())
    day = {"talked_on_day": today.day, "talked_on_month": today.month, "talked_on_year": today.year}
    sent = {"mentor": "Wren", **day}
    address = reverse("mentoring:record_talk", args=[cast.ash.pk])
    answer = signed_in(cast.user("worker")).post(address, {**sent, "once": str(uuid4())})
    assert answer.status_code == 302
    assert Event.objects.get(what="mentoring.talked").child_id == cast.ash.pk


@pytest.mark.parametrize("who", ["worker", "manager"])
def test_its_broken_link_is_on_the_board(cast: Cast, talk: Talk, who: str) -> None:
    assert "Wren Whitlow" in shown(cast, who, reverse("desk:board"))


@contextmanager
def without_it() -> Iterator[None]:
    """The shared pages as they are before the area is there."""
    lists = [declared(kind) for kind in {type(each) for each in (*PARTS, *LINKS)}] + [links()]
    before = [list(every) for every in lists]
    for every in lists:
        every[:] = [each for each in every if each not in PARTS and each not in LINKS]
    yield
    for every, was in zip(lists, before, strict=True):
        every[:] = was


@pytest.mark.parametrize("page", ["desk:child", "desk:chronology", "desk:my_work", "desk:board"])
def test_its_parts_add_no_statement(cast: Cast, talk: Talk, page: str) -> None:
    ten_days_ago = now() - timedelta(days=10)
    away = {"reported": Moment(ten_days_ago), "returned": Moment(ten_days_ago + timedelta(hours=1))}
    report_past(cast.ash, **away, by=cast.user("worker"), at=now())  # so that pages have something without it
    address = reverse(page, args=[cast.ash.pk] if page in ("desk:child", "desk:chronology") else [])
    browser = signed_in(cast.user("worker"))
    browser.get(address)  # what is kept from the first request on
    with without_it(), CaptureQueriesContext(connection) as before:
        without = browser.get(address).content.decode()
    with CaptureQueriesContext(connection) as after:
        with_it = browser.get(address).content.decode()
    assert with_it.count("Wren Whitlow") > without.count("Wren Whitlow")
    assert len(after) == len(before)


def test_the_outsider_finds_nothing_of_it(cast: Cast, talk: Talk) -> None:
    assert signed_in(cast.user("outsider")).get(talk.entry.get_absolute_url()).status_code == 404
    assert "Wren Whitlow" not in shown(cast, "outsider", reverse("desk:board"))


def test_it_is_counted_and_its_standard_shown(cast: Cast, talk: Talk) -> None:
    assert measures()["Z01"].title in shown(cast, "analyst", reverse("insight:measures"))
    assert standards()["mentoring.next_talk"].title in shown(cast, "director", reverse("desk:standards"))


def test_the_log_has_words_for_it() -> None:
    assert page_name("mentoring:record_talk") == "Record a talk with their mentor"
