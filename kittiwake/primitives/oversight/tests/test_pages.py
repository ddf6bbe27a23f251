"""The exchange between a worker and a manager, on the screen."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse

from kittiwake.history.refusal import NotYours, Refused
from kittiwake.primitives.oversight import recording
from kittiwake.primitives.oversight.models import Review, Turn
from kittiwake.record import recording as record
from tests.cast import NOW, Cast, signed_in


@pytest.fixture
def review(cast: Cast) -> Review:
    entry = record.enter(
        cast.ash,
        kind="missing.episode",
        summary="A piece of work",
        happened_at=NOW,
        by=cast.user("worker"),
        at=NOW,
    )
    record.keep_words(entry, text="I want my phone back", said_at=NOW)
    return recording.ask(entry, team=cast.north, by=cast.user("worker"), at=NOW)


def send(cast: Cast, name: str, who: str, review: Review, **answers: str):
    url = reverse(f"oversight:{name}", args=[review.pk])
    return signed_in(cast.user(who)).post(url, {"once": str(uuid4()), **answers})


def text(cast: Cast, who: str, url: str) -> str:
    answer = signed_in(cast.user(who)).get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def page(cast: Cast, who: str, review: Review) -> str:
    return text(cast, who, reverse("oversight:review", args=[review.pk]))


def waiting(cast: Cast, who: str) -> str:
    return text(cast, who, reverse("oversight:waiting"))


def test_a_question_is_answered_and_the_work_accepted(cast: Cast, review: Review) -> None:
    assert "A piece of work" in waiting(cast, "manager")
    assert send(cast, "decide", "manager", review, kind="question", words="Who asked her?").status_code == 302
    assert "Waiting for you to answer" in waiting(cast, "worker")
    assert "Nothing is waiting" in waiting(cast, "manager")
    assert send(cast, "answer", "worker", review, words="I did").status_code == 302
    assert "A piece of work" in waiting(cast, "manager")
    send(cast, "decide", "manager", review, kind="accept")
    assert [turn.kind for turn in review.turns.order_by("pk")] == [Turn.QUESTION, Turn.ANSWER, Turn.ACCEPT]
    assert "Nothing is waiting" in waiting(cast, "worker")
    shown = page(cast, "worker", review)
    assert shown.index("Who asked her?") < shown.index("I did")
    assert "I want my phone back" in shown


def test_the_page_offers_each_only_what_is_theirs_to_do(cast: Cast, review: Review) -> None:
    assert "Your decision" in page(cast, "manager", review)
    assert "Your decision" not in page(cast, "worker", review)
    assert "Answer the question" not in page(cast, "worker", review)
    send(cast, "decide", "manager", review, kind="question", words="Who?")
    assert "Answer the question" in page(cast, "worker", review)
    assert "Answer the question" not in page(cast, "inspector", review)


def test_sending_back_needs_words_and_shows_the_form_again(cast: Cast, review: Review) -> None:
    answer = send(cast, "decide", "manager", review, kind="return")
    assert answer.status_code == 422
    assert "Say what you question or why you send it back" in answer.content.decode()
    assert not review.turns.exists()
    send(cast, "decide", "manager", review, kind="return", words="Nothing at weekends")
    assert "waits for a new version" in page(cast, "worker", review)


def test_nobody_decides_on_what_they_put_forward(cast: Cast) -> None:
    entry = record.enter(
        cast.ash, kind="missing.episode", summary="Mine", happened_at=NOW, by=cast.user("manager"), at=NOW
    )
    review = recording.ask(entry, team=cast.north, by=cast.user("manager"), at=NOW)
    assert "Your decision" not in page(cast, "manager", review)
    answer = send(cast, "decide", "manager", review, kind="accept")
    assert "Somebody else must look at this" in answer.content.decode()
    assert "a manager has not decided" in waiting(cast, "manager")


def test_the_second_manager_is_told_that_it_was_decided(cast: Cast, review: Review) -> None:
    send(cast, "decide", "manager", review, kind="accept")
    answer = send(cast, "decide", "service_manager", review, kind="return", words="No")
    assert answer.status_code == 422
    assert "already been decided" in answer.content.decode()


@pytest.mark.parametrize("name", ["review", "decide", "answer"])
def test_the_outsider_finds_nothing(cast: Cast, review: Review, name: str) -> None:
    url = reverse(f"oversight:{name}", args=[review.pk])
    assert signed_in(cast.user("outsider")).get(url).status_code == (403 if name == "decide" else 404)
    assert signed_in(cast.user("partner")).get(url).status_code == 403


def test_the_list_holds_only_children_one_may_see(cast: Cast, review: Review) -> None:
    entry = record.enter(
        cast.rowan,
        kind="missing.episode",
        summary="Elsewhere",
        happened_at=NOW,
        by=cast.user("outsider"),
        at=NOW,
    )
    recording.ask(entry, team=cast.south, by=cast.user("outsider"), at=NOW)
    assert "Elsewhere" not in waiting(cast, "manager")
    assert "A piece of work" not in waiting(cast, "outsider")
    assert "Elsewhere" in waiting(cast, "service_manager")


def test_a_manager_decides_only_on_children_of_their_own_teams(cast: Cast) -> None:
    entry = record.enter(
        cast.rowan,
        kind="missing.episode",
        summary="Elsewhere",
        happened_at=NOW,
        by=cast.user("outsider"),
        at=NOW,
    )
    theirs = recording.ask(entry, team=cast.south, by=cast.user("outsider"), at=NOW)
    assert send(cast, "decide", "manager", theirs, kind="accept").status_code == 404
    assert not theirs.turns.exists()


def test_a_worker_does_not_decide(cast: Cast, review: Review) -> None:
    assert send(cast, "decide", "colleague", review, kind="accept").status_code == 403
    assert not review.turns.exists()


def test_a_closed_review_waits_for_nobody(cast: Cast, review: Review) -> None:
    recording.close(review, at=NOW)
    assert not Review.objects.waiting_for_manager().exists()
    assert "Followed by a new version" in page(cast, "worker", review)


def test_what_nobody_asked_is_not_answered(cast: Cast, review: Review) -> None:
    by = {"by": cast.user("worker"), "at": NOW}
    with pytest.raises(Refused, match="no question waiting"):
        recording.answer(review, words="I did", **by)
    recording.decide(review, kind=Turn.QUESTION, words="Who?", by=cast.user("manager"), at=NOW)
    recording.answer(review, words="I did", **by)
    with pytest.raises(Refused, match="no question waiting"):
        recording.answer(review, words="I did so", **by)


def put_forward(cast: Cast, kind: str, wrote: str, asked: str) -> Review:
    entry = record.enter(cast.ash, kind=kind, summary="x", happened_at=NOW, by=cast.user(wrote), at=NOW)
    return recording.ask(entry, team=cast.north, by=cast.user(asked), at=NOW)


def test_somebody_else_decides_than_who_wrote_it_or_put_it_forward(cast: Cast) -> None:
    for wrote, asked, why in (
        ("manager", "worker", "you wrote it"),
        ("worker", "manager", "you put it forward"),
    ):
        with pytest.raises(NotYours, match=why):
            recording.decide(
                put_forward(cast, "missing.episode", wrote, asked),
                kind=Turn.ACCEPT, words="", by=cast.user("manager"), at=NOW,
            )  # fmt: skip


def test_nobody_answers_their_own_question(cast: Cast, review: Review) -> None:
    by = {"by": cast.user("manager"), "at": NOW}
    recording.decide(review, kind=Turn.QUESTION, words="Who?", **by)
    with pytest.raises(NotYours):
        recording.answer(review, words="I did", **by)


def test_what_asks_more_of_a_manager_is_decided_where_it_is_read(cast: Cast) -> None:
    held = put_forward(cast, "return_interviews.interview", "worker", "worker")
    by = {"kind": Turn.ACCEPT, "words": "", "by": cast.user("manager"), "at": NOW}
    with pytest.raises(Refused, match="decided where it is read"):
        recording.decide(held, **by)
    assert recording.decide(held, asked_more=True, **by).kind == Turn.ACCEPT
