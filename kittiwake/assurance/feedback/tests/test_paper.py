"""Codes on paper, and what somebody does with one; and a young person with a page of their own."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from kittiwake.assurance.feedback import ballots, questions, recording
from kittiwake.assurance.feedback.models import Asked, Round, Slip
from kittiwake.assurance.feedback.slips import recording as slips
from kittiwake.assurance.feedback.tests import made
from kittiwake.assurance.feedback.tests.made import AFTER
from kittiwake.assurance.feedback.tests.test_pages import read, said, sent
from kittiwake.practice.own_pages.tests.making import given
from kittiwake.practice.return_interviews.tests.made import a_return, an_interview
from tests.cast import NOW, Cast, signed_in

ENTER, SAY, THANKS = "/say/", "/say/answers/", "/say/thanks/"


@pytest.fixture(autouse=True)
def _now(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


def test_codes_are_printed_and_shown_once(cast: Cast) -> None:
    round_ = made.asked(cast, questions.CHILDREN)
    address = f"/feedback/{round_.pk}/slips/"
    assert "do not keep a list" in read(cast, "principal", address)
    token = str(uuid4())
    client = signed_in(cast.user("principal"))
    answer = client.post(address, {"once": token, "team": cast.north.pk, "many": 9})
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "no-store"
    assert Slip.objects.filter(team=cast.north).count() == 9
    assert client.post(address, {"once": token, "team": cast.north.pk, "many": 9}).status_code == 302
    assert Slip.objects.count() == 9
    assert sent(cast, "principal", address, many=0).status_code == 422


def _code(cast: Cast, round_: Round) -> str:
    return slips.make(round_, team=cast.north, many=1, by=cast.user("director"), at=NOW)[0]


def test_a_child_answers_with_a_code_and_no_account(cast: Cast) -> None:
    round_ = made.asked(cast, questions.CHILDREN)
    code, client = _code(cast, round_), Client()
    page = client.post(ENTER, {"code": code}).content.decode()
    for words in ("Did they listen to you?", "Nobody sees which answers are yours", "999", "0800 1111"):
        assert words in page
    typed = {"code": code, "question1": "yes", "words": "She came"}
    assert client.post(SAY, typed)["Location"] == THANKS
    assert client.post(SAY, typed)["Location"] == THANKS  # again: it is one answer
    assert said(round_) == [ballots.Ballot(cast.north.pk, {"children.listened": "yes"}, "She came")]
    assert "Nobody knows which are yours" in client.get(THANKS).content.decode()
    assert "has been used" in client.post(ENTER, {"code": code}).content.decode()


def test_a_code_that_is_none_opens_nothing(cast: Cast) -> None:
    client = Client()
    assert "12 letters" in client.post(ENTER, {"code": "x"}).content.decode()
    assert "not right" in client.post(ENTER, {"code": "ABCD-EFGH-JKMN"}).content.decode()
    assert client.post(SAY, {"code": "ABCD-EFGH-JKMN", "question1": "yes"})["Location"] == ENTER
    assert client.get(SAY)["Location"] == ENTER


def test_what_a_child_left_empty_comes_back_with_their_code(cast: Cast) -> None:
    round_ = made.asked(cast, questions.CHILDREN)
    code = _code(cast, round_)
    answer = Client().post(SAY, {"code": code})
    assert answer.status_code == 422
    assert code in answer.content.decode()
    assert not said(round_)


def test_whoever_has_a_code_reads_what_others_said_and_what_was_done(cast: Cast, time_machine) -> None:
    round_ = made.asked(cast, questions.CHILDREN)
    made.with_codes(round_, 12, made.SAFE, "Quartz", by=cast.user("director"))
    time_machine.move_to(AFTER, tick=False)
    made.closed(cast, round_)
    facts = {"question": "children.safe", "words": "We ring the same evening"}
    recording.say_what_was_done(round_, **facts, by=cast.user("director"), at=AFTER)
    page = Client().get(ENTER).content.decode()
    assert "12 of 12 said yes or mostly" in page
    assert "We ring the same evening" in page
    assert "uartz" not in page


def test_a_young_person_with_a_page_is_asked_after_a_piece_of_work(cast: Cast) -> None:
    given(cast)
    round_ = made.asked(cast, questions.CHILDREN)
    assert not Asked.objects.filter(round=round_).exists()
    an_interview(cast, a_return(cast))
    recording.keep_rounds(by=cast.system, at=NOW)
    asked = Asked.objects.get(round=round_)
    assert (asked.user, asked.team) == (cast.user("young_person"), cast.north)
    page = read(cast, "young_person", f"/feedback/{round_.pk}/answer/")
    assert "write it on your page" in page
    sent(cast, "young_person", f"/feedback/{round_.pk}/answer/", question2="no")
    assert said(round_) == [ballots.Ballot(cast.north.pk, {"children.safe": "no"}, "")]
    assert "Do you feel safe now?" not in read(cast, "worker", f"/children/{cast.ash.pk}/")
