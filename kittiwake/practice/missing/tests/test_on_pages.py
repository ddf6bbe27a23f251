"""What pages that cut across areas say of times missing: to whoever works with the child, and to nobody else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from kittiwake.practice.missing import adverse, recording, rules, settings
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.missing.tests.made import REPORTED, away, missing
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, signed_in
from tests.typed import once

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture(autouse=True)
def today(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def worker(cast: Cast) -> Client:
    return signed_in(cast.user("worker"))


def text(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def brought_home(cast: Cast, **more: Any) -> Episode:
    episode = missing(cast, **more)
    back = Moment(NOW - 3 * HOUR)
    recording.record_return(
        episode, returned=back, source="police", how="Brought home", by=cast.user("worker"), at=NOW
    )
    return episode


def test_the_childs_page_warns_while_they_are_missing_and_leads_to_the_episode(
    cast: Cast, worker: Client
) -> None:
    episode = missing(cast)
    page = text(worker, cast.ash.get_absolute_url())
    assert "Ash is missing, since" in page
    assert "1 day 14 hours" in page
    assert episode.get_absolute_url() in page
    recording.record_return(episode, returned=Moment(NOW), by=cast.user("worker"), at=NOW)
    assert "is missing, since" not in text(worker, cast.ash.get_absolute_url())


@pytest.mark.parametrize(
    ("days_ago", "said"),
    [
        ((), "Never reported missing"),
        ((400,), "0 episodes in the last 12 months"),
        ((100,), "1 episode in the last 12 months"),
        ((300, 100), "Missing 2 times or more in 365 days"),
        ((300, 200, 100), "Missing 2 times or more in 365 days"),
        ((80, 40, 20), "Missing 3 times or more in 90 days"),
    ],
)
def test_the_childs_page_says_how_often(
    cast: Cast, worker: Client, days_ago: tuple[int, ...], said: str
) -> None:
    for days in days_ago:
        away(cast, cast.ash, NOW - days * DAY, 3)
    assert said in text(worker, cast.ash.get_absolute_url())


def test_the_picture_of_their_year_has_each_time_missing_with_its_length(cast: Cast, worker: Client) -> None:
    away(cast, cast.ash, NOW - 20 * DAY, 3)
    missing(cast)
    page = text(worker, cast.ash.get_absolute_url())
    assert "2 times missing" in page
    assert "Missing for 3 hours" in page
    assert "Missing for 1 day 14 hours" in page  # and not back yet


def test_whoever_was_invited_about_them_and_no_more_is_not_told_how_often(cast: Cast) -> None:
    away(cast, cast.ash, NOW - 20 * DAY, 3)
    assert "Times missing" not in text(signed_in(cast.user("partner")), cast.ash.get_absolute_url())


@pytest.mark.parametrize(
    ("who", "sees"), [("worker", True), ("manager", True), ("colleague", False), ("outsider", False)]
)
def test_who_is_missing_now_waits_with_their_worker_and_whoever_manages_them(
    cast: Cast, who: str, sees: bool
) -> None:
    """The colleague has another child of the same team."""
    episode = missing(cast)
    page = text(signed_in(cast.user(who)), "/")
    assert ("Missing for 1 day 14 hours" in page and episode.get_absolute_url() in page) is sees


def test_whoever_comes_back_to_their_work_hears_who_went_missing_and_who_came_back(cast: Cast) -> None:
    missing(cast, cast.briar)
    brought_home(cast)
    page = " ".join(text(signed_in(cast.user("manager")), "/").split())
    assert "2 children went missing" in page
    assert "1 child came back" in page
    outsider = text(signed_in(cast.user("outsider")), "/")
    assert "went missing" not in outsider
    assert "came back" not in outsider


def test_their_chronology_tells_how_it_ended(cast: Cast, worker: Client) -> None:
    address = f"{cast.ash.get_absolute_url()}chronology/"
    episode = missing(cast)
    assert rules.MISSING.title in text(worker, address)
    recording.record_return(
        episode, returned=Moment(NOW - 3 * HOUR), how="Brought home", by=cast.user("worker"), at=NOW
    )
    assert "Returned 23 November 2026 at 6am: Brought home" in text(worker, address)
    assert signed_in(cast.user("outsider")).get(address).status_code == 404


@pytest.mark.parametrize(
    ("sought", "is_found"),
    [("MP/7/26", True), ("mp 7-26", True), ("MP/7/27", False), ("MP", False), ("7", False)],
)
def test_a_search_finds_them_by_the_reference_however_it_is_written(
    cast: Cast, worker: Client, sought: str, is_found: bool
) -> None:
    missing(cast, reference="MP/7/26")

    def finds(browser: Client) -> bool:
        answer = browser.post("/search/", once(sought=sought), follow=True).content.decode()
        return "Reference MP/7/26" in answer

    assert finds(worker) is is_found
    assert not finds(signed_in(cast.user("outsider")))


def test_each_time_they_were_reported_speaks_against_a_change_that_is_about_it(cast: Cast) -> None:
    episode = missing(cast)
    struck_out = away(cast, cast.ash, NOW - 7 * DAY, 3)
    recording.strike_out(struck_out, reason="Another child", by=cast.user("worker"), at=NOW)
    (fact,) = adverse.reported(cast.ash.pk, NOW - 30 * DAY, NOW)
    assert (fact.entry_id, fact.at) == (episode.pk, REPORTED)
    assert not list(adverse.reported(cast.ash.pk, NOW - HOUR, NOW))


def test_what_is_often_is_what_the_council_sets_on_the_day(cast: Cast) -> None:
    twice = [NOW - 300 * DAY, NOW - 100 * DAY]
    assert settings.pattern(twice[:1], NOW) is None
    assert settings.pattern(twice, NOW) == ("Missing 2 times or more in 365 days", "orange")
