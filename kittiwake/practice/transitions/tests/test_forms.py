"""What is typed about growing up: carried out by its form, shown on its own page, and asked again where it cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kittiwake.practice.return_interviews.tests.made import once
from kittiwake.practice.transitions.models import AdultReferral, Home, NeedsAssessment, Pathway
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from tests.cast import NOW, Cast, make_child, signed_in

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def child(cast: Cast) -> Child:
    child = make_child("Wren", "Sedge", cast.north, cast.workers["worker"], born_on=date(2009, 1, 10))
    record.start_track(child, kind="in_care", starts_on=date(2025, 1, 6), by=cast.system, at=NOW)
    return child


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast.user("worker"))


def typed(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def sent(client: Client, name: str, pk: int, **answers: str) -> str:
    """The page a form leads to, or the form again."""
    came = client.post(reverse(f"transitions:{name}", args=[pk]), once(**answers), follow=True)
    return str(came.content.decode())


def test_an_assessment_says_each_need_and_what_they_say(client: Client, child: Child) -> None:
    needs = {
        name: f"About {name}"
        for name in ("home", "money", "learning", "health", "people", "safety", "skills")
    }
    page = sent(client, "assess", child.pk, child_words="I can cook", **needs, **typed("assessed_on", TODAY))
    assert NeedsAssessment.objects.get().assessed_on == TODAY
    assert "“I can cook”" in page
    assert not [words for words in needs.values() if words not in page]


def test_a_plan_made_without_them_has_its_reason(client: Client, child: Child) -> None:
    """Care Leavers (England) Regulations 2010, regulation 6: it is made with them."""
    answers = {"aims": "A flat", "took_part": "no", **typed("agreed_on", TODAY)}
    assert "Say why they did not take part" in sent(client, "agree_pathway", child.pk, **answers)
    assert not Pathway.objects.exists()
    page = sent(client, "agree_pathway", child.pk, why_not="In hospital", **answers)
    assert "No. In hospital" in page


def test_their_copy_is_theirs_from_the_day_the_plan_was_agreed(client: Client, child: Child) -> None:
    answers = {"aims": "A flat", "took_part": "yes", **typed("agreed_on", TODAY)}
    before = typed("copy_given_on", date(2026, 11, 20))
    assert "on or after the day it was agreed" in sent(client, "agree_pathway", child.pk, **answers, **before)
    page = sent(client, "agree_pathway", child.pk, **answers, **typed("copy_given_on", TODAY))
    assert "They have their copy since" in page
    assert Pathway.objects.get().copy_given_on == TODAY


@pytest.mark.parametrize("kind", ["bed_and_breakfast", "no_fixed"])
def test_a_home_that_never_suits_is_asked_about_again(client: Client, child: Child, kind: str) -> None:
    answers = {
        "kind": kind,
        "council_provides": "yes",
        "words": "A door that locks",
        **typed("starts_on", TODAY),
    }
    refused = sent(client, "live_at", child.pk, is_suitable="yes", **answers)
    assert "not suitable for a care leaver" in refused
    assert "A door that locks" in refused, "what was typed stays"
    page = sent(client, "live_at", child.pk, is_suitable="no", **answers)
    assert "A door that locks" in page
    assert (Home.objects.get().is_suitable, Home.objects.get().council_provides) == (False, True)


def referred(client: Client, child: Child) -> AdultReferral:
    answers = {
        "to_whom": "The transitions team",
        "needs": "A home",
        "agrees": "no",
        **typed("referred_on", date(2026, 11, 2)),
    }
    assert "Enter what they say" in sent(client, "refer", child.pk, **answers)
    page = sent(client, "refer", child.pk, agrees_words="Not yet", **answers)
    assert "No. Not yet" in page
    assert "They have answered" in page
    return AdultReferral.objects.get()


def test_adult_services_are_asked_answer_and_meet_them(client: Client, child: Child) -> None:
    """Care Act 2014, sections 58 and 59. Only once the two have met is it a handover."""
    referral = referred(client, child)
    answers = {"answer": "refused", **typed("answered_on", TODAY)}
    assert "Enter the reason they gave" in sent(client, "answer", referral.pk, **answers)
    page = sent(client, "answer", referral.pk, **answers | {"answer": "accepted", "adult_worker": "Dana"})
    assert "They have answered" not in page
    assert "They have met" in page
    assert "Enter who met them" in sent(
        client, "meet", referral.pk, adult_worker="", **typed("met_on", TODAY)
    )
    page = sent(client, "meet", referral.pk, adult_worker="Dana", **typed("met_on", TODAY))
    assert "They have met" not in page
    referral.refresh_from_db()
    assert (referral.answer, referral.adult_worker, referral.met_on) == ("accepted", "Dana", TODAY)


def test_what_was_struck_out_is_shown_so_and_asks_for_nothing_more(client: Client, child: Child) -> None:
    referral = referred(client, child)
    page = sent(client, "strike_out", referral.pk, reason="It was never sent")
    assert "It was never sent" in page
    assert "They have answered" not in page
    assert "This was recorded wrongly" not in page
    again = sent(client, "answer", referral.pk, answer="accepted", **typed("answered_on", TODAY))
    assert "struck out, so nothing more can be recorded" in again


def test_whoever_may_only_read_is_offered_nothing_to_record(cast: Cast, client: Client, child: Child) -> None:
    referral = referred(client, child)
    page = signed_in(cast.user("auditor")).get(referral.get_absolute_url())
    assert page.status_code == 200
    assert "The transitions team" in page.content.decode()
    assert "They have answered" not in page.content.decode()
    listed = signed_in(cast.user("auditor")).get(reverse("transitions:transition", args=[child.pk]))
    assert reverse("transitions:assess", args=[child.pk]) not in listed.content.decode()


def test_what_is_owed_and_late_is_said_on_the_list_of_birthdays(cast: Cast, child: Child) -> None:
    page = signed_in(cast.user("worker")).get(reverse("transitions:forward")).content.decode()
    assert "18 on 10 January 2027" in page
    assert "Still open:" in page
    with time_machine.travel(NOW.replace(year=2027), tick=False):
        page = signed_in(cast.user("worker")).get(reverse("transitions:forward")).content.decode()
    assert "18 and over: 1 young person" in page
    assert "overdue" in page
