"""The pages of risk: who may open them, and what they say."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse

from kittiwake.practice.risk.models import PresentingRisk, RiskMovement
from kittiwake.practice.risk.tests.test_recording import note, opened
from tests.cast import Cast, signed_in

ANSWERS = {"domain": "missing", "certainty": "suspected", "level": "emerging", "why": "Three nights"}


def send(client, url: str, **answers: str):
    return client.post(url, {"once": str(uuid4()), **answers})


@pytest.fixture
def risk(cast: Cast) -> PresentingRisk:
    return opened(cast.ash, cast)


def test_a_worker_adds_a_risk_because_of_something(cast: Cast) -> None:
    client, cause = signed_in(cast.user("worker")), note(cast.ash, cast)
    url = f"{reverse('risk:open_risk', args=[cast.ash.pk])}?because_of={cause.pk}"
    answer = send(client, url, **ANSWERS)
    risk = PresentingRisk.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, risk.get_absolute_url())
    assert risk.entry.informed_by.get().because_of == cause


@pytest.mark.parametrize("named", ["rowan", "text", "nothing"])
def test_it_does_not_take_a_reason_from_elsewhere(cast: Cast, named: str) -> None:
    key = {"rowan": note(cast.rowan, cast).pk, "text": "x1", "nothing": 999999}[named]
    url = f"{reverse('risk:open_risk', args=[cast.ash.pk])}?because_of={key}"
    assert signed_in(cast.user("worker")).get(url).status_code == 404


def test_the_form_comes_back_with_what_is_wrong(cast: Cast) -> None:
    answer = send(
        signed_in(cast.user("worker")), reverse("risk:open_risk", args=[cast.ash.pk]), domain="missing"
    )
    assert answer.status_code == 422
    assert "Enter what you have seen or heard that tells you so" in answer.content.decode()
    assert not PresentingRisk.objects.exists()


def test_the_page_shows_how_the_risk_moved_newest_first(cast: Cast, risk: PresentingRisk) -> None:
    client = signed_in(cast.user("manager"))
    send(client, reverse("risk:move_risk", args=[risk.pk]), level="significant", words="Threatened at school")
    text = client.get(risk.get_absolute_url()).content.decode()
    assert text.index("Up to significant") < text.index("Opened as moderate")


def test_a_closed_risk_is_listed_apart_with_its_reason(cast: Cast, risk: PresentingRisk) -> None:
    client = signed_in(cast.user("worker"))
    send(client, reverse("risk:close_risk", args=[risk.pk]), reason="The man was sentenced")
    text = client.get(reverse("risk:risks", args=[cast.ash.pk])).content.decode()
    assert "No open risks" in text
    assert "The man was sentenced" in text


def test_striking_out_keeps_the_row_and_empties_the_list(cast: Cast, risk: PresentingRisk) -> None:
    client = signed_in(cast.user("worker"))
    send(client, reverse("risk:strike_out", args=[risk.pk]), reason="Wrong child")
    assert "Struck out by" in client.get(risk.get_absolute_url()).content.decode()
    assert "County lines" not in client.get(reverse("risk:risks", args=[cast.ash.pk])).content.decode()


@pytest.mark.parametrize("name", ["presenting_risk", "move_risk", "close_risk", "strike_out"])
def test_the_outsider_finds_nothing_and_a_partner_is_refused(
    cast: Cast, risk: PresentingRisk, name: str
) -> None:
    url = reverse(f"risk:{name}", args=[risk.pk])
    assert signed_in(cast.user("outsider")).get(url).status_code == 404
    assert signed_in(cast.user("partner")).get(url).status_code == 403


@pytest.mark.parametrize("name", ["risks", "open_risk"])
def test_another_teams_child_is_not_there(cast: Cast, name: str) -> None:
    url = reverse(f"risk:{name}", args=[cast.ash.pk])
    assert signed_in(cast.user("outsider")).get(url).status_code == 404
    assert signed_in(cast.user("young_person")).get(url).status_code == 403


def test_an_inspector_reads_and_does_not_write(cast: Cast, risk: PresentingRisk) -> None:
    client = signed_in(cast.user("inspector"))
    assert "Judge it again" not in client.get(risk.get_absolute_url()).content.decode()
    assert (
        send(client, reverse("risk:move_risk", args=[risk.pk]), level="emerging", words="x").status_code
        == 403
    )
    assert RiskMovement.objects.count() == 1
