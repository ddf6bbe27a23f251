"""Telling a child: rows, words, history and actions, and each refusal."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.practice.replies import recording
from kittiwake.practice.replies.models import Reply
from kittiwake.practice.replies.tests.making import HELD, interview, reply, told
from kittiwake.primitives.actions.models import Action
from kittiwake.record.models import Allocation, Words
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, end_allocation


def happened(what: str) -> int:
    return Event.objects.filter(what=what).count()


def test_a_reply_is_because_of_the_interview_and_not_told_yet(cast: Cast) -> None:
    held = interview(cast)
    made = reply(cast, interview=held)
    assert made.entry.informed_by.get().because_of == held.entry
    assert list(Reply.objects.untold()) == [made]
    assert happened("replies.written") == 1


def test_there_is_one_reply_waiting_to_be_told_about_one_interview(cast: Cast) -> None:
    made = reply(cast)
    with pytest.raises(Refused, match="not been told"):
        reply(cast)
    reply(cast, interview=interview(cast))
    told(cast, made)
    reply(cast)
    assert Reply.objects.untold().count() == 2


def test_a_reply_is_not_about_another_childs_interview(cast: Cast) -> None:
    with pytest.raises(Refused, match="another child"):
        reply(cast, interview=interview(cast, cast.rowan))


def test_being_told_keeps_what_the_child_said_and_happens_once(cast: Cast) -> None:
    made = told(cast, reply(cast), child_said="Fine")
    assert (made.told_by, made.recorded_told_by) == ("Robin", cast.user("worker"))
    assert Words.objects.get(entry=made.entry).text == "Fine"
    with pytest.raises(Refused, match="already been recorded"):
        told(cast, made)
    assert happened("replies.told") == 1


def test_nobody_is_told_in_the_future_or_before_they_were_heard(cast: Cast) -> None:
    made = reply(cast, interview=interview(cast))
    with pytest.raises(Refused, match="in the past"):
        told(cast, made, told=Moment(NOW + timedelta(minutes=1)))
    with pytest.raises(Refused, match="before the interview"):
        told(cast, made, told=Moment(HELD - timedelta(days=2)))


def test_the_words_change_only_until_they_are_told_and_only_as_they_were_read(cast: Cast) -> None:
    made = reply(cast)
    recording.change_reply(
        made, version=1, will_do="Robin will come on Monday", by=cast.user("worker"), at=NOW
    )
    with pytest.raises(Refused, match="since you opened it"):
        recording.change_reply(made, version=1, will_do="x", by=cast.user("manager"), at=NOW)
    told(cast, made)
    with pytest.raises(Refused, match="They have been told"):
        recording.change_reply(made, version=made.version, will_do="x", by=cast.user("worker"), at=NOW)
    made.refresh_from_db()
    assert made.will_do == "Robin will come on Monday"


def test_the_childs_answer_is_kept_and_their_worker_has_to_read_it_that_day(cast: Cast) -> None:
    made = told(cast, reply(cast))
    words = recording.answer(made, text="That is not what I said", by=cast.user("young_person"), at=NOW)
    assert words.about == recording.ANSWERED
    action = Action.objects.get()
    assert (action.owner, action.team, action.due_on) == (cast.workers["worker"], cast.north, NOW.date())
    assert "Ash has answered" in action.what


def test_an_answer_is_kept_even_when_nobody_is_allocated(cast: Cast) -> None:
    made = told(cast, reply(cast))
    end_allocation(Allocation.objects.get(child=cast.ash), NOW.date() - timedelta(days=1))
    recording.answer(made, text="Hello?", by=cast.user("young_person"), at=NOW)
    assert Words.objects.get(entry=made.entry).text == "Hello?"
    assert not Action.objects.exists()


def test_nobody_answers_for_the_child_or_what_they_were_not_told(cast: Cast) -> None:
    untold = reply(cast)
    with pytest.raises(Refused, match="what you have been told"):
        recording.answer(untold, text="x", by=cast.user("young_person"), at=NOW)
    told(cast, untold)
    with pytest.raises(Refused, match="what you have been told"):
        recording.answer(untold, text="x", by=cast.user("worker"), at=NOW)
    with pytest.raises(Refused, match="Write something first"):
        recording.answer(untold, text=" \n", by=cast.user("young_person"), at=NOW)
    assert not Words.objects.exists()


def test_whether_it_happened_is_said_of_what_was_promised_and_told(cast: Cast) -> None:
    made = reply(cast, will_do="Robin will ring\n\nA bus pass by Friday")
    words = {"happened": "not_yet", "words": "The office was shut", "by": cast.user("worker"), "at": NOW}
    with pytest.raises(Refused, match="not been told"):
        recording.say_what_happened(made, promise="Robin will ring", **words)
    told(cast, made)
    with pytest.raises(Refused, match="were not told"):
        recording.say_what_happened(made, promise="A new phone", **words)
    recording.say_what_happened(made, promise="A bus pass by Friday", **words)
    assert happened("replies.happened") == 1
    assert made.outcomes.get().words == "The office was shut"
