"""What members ask: it waits for one person, is answered once, may be asked again, and is late on the board."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import now

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.accounts.models import User
from kittiwake.assurance.performance.models import Question, Report, Turn
from kittiwake.assurance.performance.questions import recording
from kittiwake.assurance.performance.tests import made
from kittiwake.history.refusal import NotYours, Refused
from tests.cast import Cast

LATER = timedelta(days=1)


@pytest.fixture
def question(cast: Cast, published: Report) -> Question:
    with acting_as(cast.user("member")):
        return made.asked(cast, published)


def last(question: Question) -> Turn:
    return question.turns.order_by("-number")[0]


def test_it_goes_to_who_is_accountable_and_is_due_in_ten_working_days(cast: Cast, question: Question) -> None:
    turn = last(question)
    assert turn.worker == cast.workers["service_manager"]
    assert timedelta(days=13) < turn.due_at - turn.asked_at < timedelta(days=20)


def test_where_nobody_is_accountable_it_goes_to_somebody_who_answers(cast: Cast, published: Report) -> None:
    with acting_as(cast.user("member")):
        asked = made.asked(cast, published, theme="")
    assert last(asked).worker.user.role in ("director", "principal_social_worker", "service_manager")  # type: ignore[union-attr]


def test_nobody_who_answers_is_said(cast: Cast, published: Report) -> None:
    with acting_as_system():
        User.objects.filter(role__in=["director", "principal_social_worker", "service_manager"]).update(
            is_active=False
        )
    with acting_as(cast.user("member")), pytest.raises(Refused, match="Nobody here answers"):
        made.asked(cast, published)


def test_a_draft_is_not_asked_about_and_nothing_is_not_asked(cast: Cast, draft: Report) -> None:
    with acting_as(cast.user("member")), pytest.raises(Refused, match="not published"):
        made.asked(cast, draft)
    with acting_as_system():
        published = made.publish(cast, draft)
    with acting_as(cast.user("member")), pytest.raises(Refused, match="Write your question"):
        recording.ask(published, text=" ", by=cast.user("member"), at=now())


def test_it_is_answered_once_and_asked_again(cast: Cast, question: Question) -> None:
    manager, member = cast.user("service_manager"), cast.user("member")
    with acting_as(member), pytest.raises(Refused, match="still waits"):
        recording.follow_up(question, text="Hello?", by=member, at=now())
    with acting_as(manager):
        recording.answer(question, text="Two came late.", number=1, by=manager, at=now())
        with pytest.raises(Refused, match=f"{manager} has answered"):
            recording.answer(question, text="Otherwise.", number=1, by=manager, at=now())
    with acting_as(member):
        recording.follow_up(question, text="Which team?", by=member, at=now() + LATER)
    assert [turn.text for turn in question.turns.order_by("number")][1:] == ["Which team?"]
    with acting_as(manager), pytest.raises(Refused, match="answered already"):
        recording.answer(question, text="An answer to the first.", number=1, by=manager, at=now())
    with acting_as(manager), pytest.raises(Refused, match="Write the answer"):
        recording.answer(question, text=" ", number=2, by=manager, at=now())


def test_it_is_closed_by_whoever_asked(cast: Cast, question: Question) -> None:
    manager, member = cast.user("service_manager"), cast.user("member")
    with acting_as(manager), pytest.raises(NotYours):
        recording.close(question, by=manager, at=now())
    with acting_as(member):
        recording.close(question, by=member, at=now())
        assert last(question).dropped_at
        with pytest.raises(Refused, match="closed"):
            recording.close(question, by=member, at=now())
        with pytest.raises(Refused, match="closed"):
            recording.follow_up(question, text="x", by=member, at=now())
    with acting_as(manager), pytest.raises(Refused, match="closed before"):
        recording.answer(question, text="x", number=1, by=manager, at=now())


def test_answered_it_is_closed_and_the_answer_stays(cast: Cast, question: Question) -> None:
    with acting_as_system():
        recording.answer(question, text="So.", number=1, by=cast.user("director"), at=now())
    with acting_as(cast.user("member")):
        recording.close(question, by=cast.user("member"), at=now())
    assert (last(question).answer, last(question).dropped_at) == ("So.", None)


def test_it_is_handed_over_with_its_day(cast: Cast, question: Question) -> None:
    manager, due_at = cast.user("service_manager"), last(question).due_at
    with acting_as(manager):
        recording.hand_over(question, worker=cast.workers["director"], by=manager, at=now())
        assert (last(question).worker, last(question).due_at) == (cast.workers["director"], due_at)
        with pytest.raises(Refused, match="somebody who answers"):
            recording.hand_over(question, worker=cast.workers["worker"], by=manager, at=now())
        recording.answer(question, text="So.", number=1, by=manager, at=now())
        with pytest.raises(Refused, match="Nothing of this question waits"):
            recording.hand_over(question, worker=cast.workers["director"], by=manager, at=now())
