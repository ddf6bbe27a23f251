"""The pages of disruption: who may open them, what they show of other children, what they record."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from kittiwake.practice.disruption import recording
from kittiwake.practice.disruption.models import Concern
from kittiwake.practice.disruption.tests.making import TODAY, step, tactic, through
from tests.cast import NOW, Cast, signed_in

DAY = {"on_day": TODAY.day, "on_month": TODAY.month, "on_year": TODAY.year}


def send(client: Client, url: str, **answers: object):
    return client.post(url, {"once": str(uuid4()), **answers})


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_a_worker_asks_for_it_and_takes_it_further(cast: Cast) -> None:
    client, url = signed_in(cast.user("worker")), reverse("disruption:request_tactic", args=[cast.ash.pk])
    facts = {
        "power": "closure_order",
        "target": "person",
        "on_what": "A takeaway",
        "why": "Taken there",
        "who": "Us",
    }
    refused = send(client, url, **facts, **DAY)
    assert refused.status_code == 422
    assert "is used on a place or a business" in refused.content.decode()
    answer = send(client, url, **{**facts, "target": "place"}, **DAY)
    made = Concern.objects.get()
    assert answer["Location"] == made.get_absolute_url()
    steps = reverse("disruption:record_step", args=[made.pk])
    assert "Applied for" not in text(client, steps)
    assert "Considered" in text(client, steps)
    refused = send(client, steps, kind="granted", who="Court", **DAY)
    assert refused.status_code == 422
    assert "what can follow is" in refused.content.decode()
    assert send(client, steps, kind="considered", who="Police", **DAY).status_code == 302
    page = text(client, made.get_absolute_url())
    assert "Considered, by Police" in page
    assert "Behaviour, Crime and Policing Act 2014, s80" in page or "s80" in page
    assert "A takeaway" in text(client, reverse("disruption:tactics", args=[cast.ash.pk]))


def linked(cast: Cast) -> tuple[Concern, Concern]:
    made = tactic(cast)
    facts = {"child": cast.rowan, "why": "Rowan is taken there too"}
    return made, recording.link_child(made, **facts, by=cast.system, at=NOW)


def test_whoever_sees_one_child_learns_that_there_are_others_and_never_who_or_how_many(cast: Cast) -> None:
    mine, theirs = linked(cast)
    of_worker = text(signed_in(cast.user("worker")), mine.get_absolute_url())
    recording.link_child(mine, child=cast.hazel, why="x", by=cast.system, at=NOW)
    outsider = signed_in(cast.user("outsider"))
    page = text(outsider, theirs.get_absolute_url())
    assert "Other children are, or were, linked" in page
    for hidden in ("Ash", "Hazel", "2 ", reverse("disruption:tactic", args=[mine.pk])):
        assert hidden not in page.split("<h2", 1)[1].split("Other children</h2>")[1].split("</div>")[0]
    assert "Ash" not in page
    assert "Rowan" not in of_worker
    assert outsider.get(mine.get_absolute_url()).status_code == 404
    assert "Rowan Reed" in text(signed_in(cast.user("director")), mine.get_absolute_url())


def test_another_child_is_linked_by_their_number_and_only_one_the_worker_may_see(cast: Cast) -> None:
    made, client = tactic(cast), signed_in(cast.user("worker"))
    url = reverse("disruption:link_child", args=[made.pk])
    for number in (cast.rowan.council_id, "C9999999999"):
        refused = send(client, url, child=number, why="x")
        assert refused.status_code == 422
        assert "no child with this council id whom you may see" in refused.content.decode()
    assert send(client, url, child=cast.briar.council_id.lower(), why="There too").status_code == 302
    assert set(Concern.objects.values_list("child", flat=True)) == {cast.ash.pk, cast.briar.pk}


def test_what_it_changed_is_on_the_page(cast: Cast) -> None:
    made, client = through(cast, tactic(cast), "considered", "applied"), signed_in(cast.user("worker"))
    url = reverse("disruption:rate_effect", args=[made.pk])
    assert send(client, url, rating="much", words="Shut", **DAY).status_code == 422
    step(cast, made, "granted")
    assert send(client, url, rating="much", words="Shut", **DAY).status_code == 302
    assert "Much safer" in text(client, made.get_absolute_url())


def test_the_register_names_each_power_with_its_basis(cast: Cast) -> None:
    page = text(signed_in(cast.user("inspector")), reverse("disruption:powers"))
    assert "Modern Slavery Act 2015, s23" in page
    assert "Not confirmed" in page
    for who in ("partner", "young_person", "member"):
        assert signed_in(cast.user(who)).get(reverse("disruption:powers")).status_code == 403


@pytest.mark.parametrize("name", ["record_step", "rate_effect", "link_child", "strike_out"])
def test_the_outsider_finds_no_tactic_and_who_only_reads_is_refused(cast: Cast, name: str) -> None:
    url = reverse(f"disruption:{name}", args=[tactic(cast).pk])
    assert signed_in(cast.user("outsider")).get(url).status_code == 404
    for who in ("inspector", "partner", "young_person"):
        assert signed_in(cast.user(who)).get(url).status_code == 403


@pytest.mark.parametrize("name", ["tactics", "request_tactic"])
def test_the_outsider_finds_no_child(cast: Cast, name: str) -> None:
    url = reverse(f"disruption:{name}", args=[cast.ash.pk])
    assert signed_in(cast.user("outsider")).get(url).status_code == 404
    assert signed_in(cast.user("partner")).get(url).status_code == 403


def test_it_is_struck_out_of_one_childs_record(cast: Cast) -> None:
    made, client = tactic(cast), signed_in(cast.user("worker"))
    send(client, reverse("disruption:strike_out", args=[made.pk]), reason="Wrong child")
    assert "Struck out by" in text(client, made.get_absolute_url())
    assert "Nothing has been asked for" in text(client, reverse("disruption:tactics", args=[cast.ash.pk]))
