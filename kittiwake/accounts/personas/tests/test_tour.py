"""The tour: planted stories in order, each a click away, and none of it has to be done."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from kittiwake.accounts.personas import recording
from kittiwake.accounts.personas.models import Persona, Stop
from kittiwake.accounts.tests.people import make_user

WORDS = {"title": "Back this morning", "see": "Nobody has listened yet.", "mend": "Listen."}


@pytest.fixture
def robin(db: None) -> Persona:
    user = make_user("Robin Marsh", password=None)
    return recording.add_persona(
        user, title="Social worker, North team", story="Knows many", starts_at="/account/"
    )


def test_the_stops_stand_in_their_order_with_whom_to_be(client: Client, robin: Persona) -> None:
    recording.add_stop(robin, order=2, path="/board/", **{**WORDS, "title": "A quiet child"})
    recording.add_stop(robin, order=1, path="/search/", **WORDS)
    shown = client.get("/personas/tour/").content.decode()
    assert shown.index("1. Back this morning") < shown.index("2. A quiet child")
    assert "See it as Robin Marsh, Social worker, North team" in shown
    assert "2 stories" in client.get("/personas/").content.decode()


def test_a_stop_is_one_click_away(client: Client, robin: Persona) -> None:
    stop = recording.add_stop(robin, order=1, path="/account/sessions/", **WORDS)
    sent = client.post("/personas/", {"persona": robin.pk, "next": stop.path})
    assert sent["Location"] == "/account/sessions/"


def test_a_council_without_stories_says_so(client: Client, db: None) -> None:
    assert "No story has been planted" in client.get("/personas/tour/").content.decode()
    assert "Take the tour" not in client.get("/personas/").content.decode()


def test_making_the_tour_again_replaces_it(robin: Persona) -> None:
    recording.add_stop(robin, order=1, path="/board/", **WORDS)
    recording.add_stop(robin, order=1, path="/search/", **WORDS)
    assert Stop.objects.get().path == "/search/"


@pytest.mark.parametrize("path", ["//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere"])
def test_a_stop_leads_nowhere_else(robin: Persona, path: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        recording.add_stop(robin, order=1, path=path, **WORDS)


def test_every_page_of_the_demo_leads_back_to_it(client: Client, db: None) -> None:
    assert 'href="/personas/tour/"' in client.get("/personas/").content.decode()
