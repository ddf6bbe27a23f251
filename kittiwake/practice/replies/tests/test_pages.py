"""The pages of replies: the worker's, the letter, and the child's own."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.models import Reading
from kittiwake.council.settings.details import details
from kittiwake.council.settings.recording import set_detail
from kittiwake.practice.plans.tests import making as plans
from kittiwake.practice.replies import recording
from kittiwake.practice.replies.models import Reply
from kittiwake.practice.replies.tests.making import interview, reply, told
from kittiwake.primitives.actions.models import Action
from kittiwake.record.models import Words
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast, signed_in

WORDS = {"heard": "You told us", "will_do": "Robin will ring", "whom_to_ring": "Robin"}


def send(client: Client, url: str, **answers: object):
    return client.post(url, {"once": str(uuid4()), **answers})


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def worker(cast: Cast) -> Client:
    return signed_in(cast.user("worker"))


@pytest.fixture
def young_person(cast: Cast) -> Client:
    return signed_in(cast.user("young_person"))


def test_a_reply_starts_from_what_they_said_and_what_the_plan_promises(cast: Cast, worker: Client) -> None:
    held = interview(cast)
    plans.action(cast, plans.plan(cast), when="Fridays at 6pm")
    page = text(worker, reverse("replies:write_reply", args=[cast.ash.pk]))
    for words in (
        "I want my phone back",
        "Aunt: Collect from school (Fridays at 6pm)",
        "Worker, your worker",
    ):
        assert words in page
    assert "on their own page here" in page
    answer = send(worker, reverse("replies:write_reply", args=[cast.ash.pk]), because_of=held.pk, **WORDS)
    assert answer.status_code == 302
    assert Reply.objects.get().interview == held


def test_a_reply_sent_without_an_interview_is_not_given_one(cast: Cast, worker: Client) -> None:
    interview(cast)
    send(worker, reverse("replies:write_reply", args=[cast.ash.pk]), because_of="", **WORDS)
    assert Reply.objects.get().interview is None


def test_a_half_written_reply_is_there_again_and_gone_once_saved(cast: Cast, worker: Client) -> None:
    url = reverse("replies:write_reply", args=[cast.ash.pk])
    kept = worker.post(
        reverse("drafts:draft", args=[cast.ash.pk, "replies.reply:0"]), {"heard": "You said it hurt"}
    )
    assert kept.status_code == 204
    assert "You said it hurt" in text(worker, url)
    send(worker, url, **WORDS)
    assert "This is your draft" not in text(worker, url)


def test_the_page_points_at_words_a_child_may_not_follow(cast: Cast, worker: Client) -> None:
    made = reply(cast, will_do="A multi-agency meeting will be held.")
    assert "everyone who is helping you" in text(worker, made.get_absolute_url())


def test_recording_that_they_were_told_puts_it_on_their_page(
    cast: Cast, worker: Client, young_person: Client
) -> None:
    made = reply(cast)
    assert "Dock Road" not in text(young_person, reverse("replies:mine"))
    told(cast, made, child_said="Fine")
    assert "Dock Road" in text(young_person, reverse("replies:mine"))
    assert "Told 23 November 2026" in text(worker, made.get_absolute_url())


def test_telling_needs_when_how_and_who(cast: Cast, worker: Client) -> None:
    made = reply(cast)
    answer = send(worker, reverse("replies:tell", args=[made.pk]), told_by="")
    assert answer.status_code == 422
    for words in ("Enter when they were told", "Select how they were told", "Enter who told them"):
        assert words in answer.content.decode()


def test_the_child_reads_their_page_and_the_reading_is_logged(cast: Cast, young_person: Client) -> None:
    made = told(cast, reply(cast, cannot_do="We cannot give your phone back. The police have it."))
    page = text(young_person, reverse("replies:mine"))
    for words in (
        "What we heard",
        "What will happen now",
        "What we cannot do, and why",
        "116 000",
        "999",
        "Leave this page",
    ):
        assert words in page
    line = Reading.objects.get()
    assert (line.user_id, line.entry_id) == (cast.user("young_person").pk, made.pk)


def test_the_child_answers_and_sees_what_they_wrote(cast: Cast, young_person: Client, worker: Client) -> None:
    made = told(cast, reply(cast))
    url = reverse("replies:answer", args=[made.pk])
    assert send(young_person, url, text="").status_code == 422
    answer = send(young_person, url, text="You got the day wrong")
    assert (answer.status_code, answer["Location"]) == (302, reverse("replies:mine"))
    assert "You got the day wrong" in text(young_person, reverse("replies:mine"))
    assert "You got the day wrong" in text(worker, made.get_absolute_url())
    assert Action.objects.get().owner == cast.workers["worker"]


def test_a_child_sees_nothing_before_anything_was_told(young_person: Client) -> None:
    assert "There is nothing here yet" in text(young_person, reverse("replies:mine"))


def test_a_child_does_not_reach_another_childs_page_or_the_record(cast: Cast, young_person: Client) -> None:
    theirs = told(cast, reply(cast, cast.briar, heard="You told us a secret"))
    assert "secret" not in text(young_person, reverse("replies:mine"))
    assert send(young_person, reverse("replies:answer", args=[theirs.pk]), text="x").status_code == 404
    assert young_person.get(reverse("replies:reply", args=[theirs.pk])).status_code == 403
    assert not Words.objects.exists()


def test_a_child_does_not_answer_what_they_were_not_told(cast: Cast, young_person: Client) -> None:
    url = reverse("replies:answer", args=[reply(cast).pk])
    assert send(young_person, url, text="x").status_code == 404


def test_what_was_struck_out_is_gone_from_the_childs_page(
    cast: Cast, worker: Client, young_person: Client
) -> None:
    made = told(cast, reply(cast))
    send(worker, reverse("replies:strike_out", args=[made.pk]), reason="Another child's words")
    assert "Dock Road" not in text(young_person, reverse("replies:mine"))
    assert "Struck out by" in text(worker, made.get_absolute_url())


def test_the_letter_speaks_to_the_child_and_carries_nothing_else(cast: Cast, worker: Client) -> None:
    page = text(worker, reverse("replies:print_reply", args=[reply(cast).pk]))
    for words in ("Hello Ash", "What we heard", "0800 1111"):
        assert words in page
    assert Reading.objects.get().what == "print"
    for words in ("Alder", "Strike", "Menu", "recorded wrongly"):
        assert words not in page


def test_whom_to_ring_is_what_the_council_has_said(cast: Cast, worker: Client, young_person: Client) -> None:
    said = {
        "telephone": "01632 960 001",
        "out_of_hours": "01632 960 999",
        "helplines": "A line: 01632 960 555",
        "address": "1 Quay Street\nSaltmere",
    }
    for key, value in said.items():
        facts = {"value": value, "effective_from": local_date(now()), "why": "x", "version": 0}
        set_detail(details()[key], **facts, by=cast.user("administrator"), at=now())
    letter = text(worker, reverse("replies:print_reply", args=[told(cast, reply(cast)).pk]))
    theirs = text(young_person, reverse("replies:mine"))
    for number in ("01632 960 001", "01632 960 999", "01632 960 555"):
        assert f'href="tel:{number.replace(" ", "")}"' in letter
        assert f'href="tel:{number.replace(" ", "")}"' in theirs
    assert "1 Quay Street<br>Saltmere" in letter
    assert "0800 1111" not in letter + theirs


def test_the_words_are_changed_before_they_are_told(cast: Cast, worker: Client) -> None:
    made = reply(cast)
    url = reverse("replies:change_reply", args=[made.pk])
    assert "Dock Road" in text(worker, url)
    assert send(worker, url, version=1, **{**WORDS, "heard": "You said"}).status_code == 302
    assert send(worker, url, version=1, **WORDS).status_code == 422


@pytest.mark.parametrize("name", ["reply", "print_reply", "change_reply", "tell", "strike_out"])
def test_the_outsider_finds_nothing_and_a_partner_is_refused(cast: Cast, name: str) -> None:
    url = reverse(f"replies:{name}", args=[reply(cast).pk])
    assert signed_in(cast.user("outsider")).get(url).status_code == 404
    assert signed_in(cast.user("partner")).get(url).status_code == 403


def test_only_a_child_has_a_page_of_their_own(cast: Cast, worker: Client) -> None:
    assert worker.get(reverse("replies:mine")).status_code == 403
    outsider = signed_in(cast.user("outsider"))
    assert outsider.get(reverse("replies:write_reply", args=[cast.ash.pk])).status_code == 404


def test_an_inspector_reads_what_a_child_was_told_and_writes_nothing(cast: Cast) -> None:
    made, client = reply(cast), signed_in(cast.user("inspector"))
    assert "They have been told" not in text(client, made.get_absolute_url())
    assert client.get(reverse("replies:tell", args=[made.pk])).status_code == 403
    assert not Reply.objects.told().exists()
    assert made.entry.kind == recording.REPLY
    assert made.entry.recorded_at == NOW


def test_the_child_reads_whether_what_was_promised_has_happened(
    cast: Cast, worker: Client, young_person: Client
) -> None:
    made = told(cast, reply(cast, will_do="Robin will ring\nA bus pass by Friday"))
    assert "Did it happen?" not in text(young_person, reverse("replies:mine"))
    url = reverse("replies:say_what_happened", args=[made.pk])
    assert "A bus pass by Friday" in text(worker, url)
    for happened, words in (("not_yet", "The office was shut"), ("yes", "You have it")):
        assert send(worker, url, promise="1", happened=happened, words=words).status_code == 302
    page = text(young_person, reverse("replies:mine"))
    assert "Yes, it has happened. You have it" in " ".join(page.split())
    assert "The office was shut" not in page  # the newest counts
    assert "We have not written anything about this yet" in page
    assert send(young_person, url, promise="0", happened="yes", words="x").status_code == 403
