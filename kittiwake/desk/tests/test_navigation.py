"""The way around: everything a person may open is in the bar or a click away, and the bar is one line."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest

from kittiwake.areas.area import links as linked
from kittiwake.areas.slots import DAILY, LAST, MENU
from kittiwake.desk.navigation import ROOM
from tests.cast import Cast, signed_in

SLOTS = [DAILY, LAST, *MENU.values()]


LINK = re.compile(r'class="govuk-service-navigation__link"[^>]*>\s*(?:<strong[^>]*>)?\s*([^<]+?)\s*<')


def links(page: str) -> list[str]:
    """What stands in the bar, without the name of the service."""
    return [text for text in LINK.findall(page) if text != "Kittiwake"]


@pytest.mark.parametrize("who", ["worker", "manager", "director", "analyst", "partner", "auditor"])
def test_the_bar_is_one_line_and_nothing_is_lost(cast: Cast, who: str) -> None:
    client = signed_in(cast.user(who))
    more = client.get("/more/").content.decode()
    bar = links(more)
    assert 1 <= len(bar) <= ROOM
    viewer = client.get("/account/").wsgi_request.viewer
    everything = [link for slot in SLOTS for link in linked(slot) if all(map(viewer.may, link.asks))]
    assert len(everything) > 1
    assert [link.text for link in everything if link.text not in more] == []


def test_a_child_has_what_they_told_us_and_nothing_to_search(cast: Cast) -> None:
    bar = links(signed_in(cast.user("young_person")).get("/account/").content.decode())
    assert "What you told us" in bar
    assert "Find a child" not in bar


def test_whoever_has_room_for_all_needs_no_page_for_the_rest(cast: Cast) -> None:
    bar = links(signed_in(cast.user("protection_officer")).get("/account/").content.decode())
    assert "What administrators did" in bar
    assert "More" not in bar


def test_a_worker_finds_the_rest_under_more(cast: Cast) -> None:
    page = signed_in(cast.user("worker")).get("/more/").content.decode()
    assert "More" in links(page)
    assert "Who turns 16, 17 or 18 next" in page


def test_reporting_a_child_missing_is_one_click_from_everywhere(cast: Cast) -> None:
    worker = signed_in(cast.user("worker"))
    theirs = f"/children/{cast.ash.pk}/missing/report/"
    for path in (cast.ash.get_absolute_url(), f"/children/{cast.ash.pk}/chronology/"):
        assert theirs in worker.get(path).content.decode()
    elsewhere = worker.get("/board/").content.decode()
    assert 'href="/search/?for=missing"' in elsewhere
    assert theirs in worker.get("/search/?for=missing").content.decode()  # opened lately
    found = worker.post("/search/?for=missing", {"sought": "Briar", "once": str(uuid4())}).content.decode()
    assert f"/children/{cast.briar.pk}/missing/report/" in found
    for who in ("director", "partner"):
        assert "Report missing" not in signed_in(cast.user(who)).get("/").content.decode()
