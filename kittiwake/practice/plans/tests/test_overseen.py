"""What a manager has before them, on the page of oversight; and what they asked for goes with the next version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from kittiwake.practice.plans import recording
from kittiwake.practice.plans.models import Plan
from kittiwake.practice.plans.tests import making
from kittiwake.practice.return_interviews.tests.made import a_return, an_interview
from kittiwake.practice.risk.tests.assessed import MODERATE, assessed
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.primitives.oversight.models import Review
from kittiwake.record import recording as record
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast, end_allocation, signed_in

ASKED = "Who is there on Friday nights?"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def forward(cast: Cast) -> tuple[Plan, Review]:
    plan = making.plan(cast)
    making.action(cast, plan)
    return plan, recording.put_forward(plan, by=cast.user("worker"), at=NOW)


def page(cast: Cast, who: str, url: str) -> str:
    answer = signed_in(cast.user(who)).get(url)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def about(review: Review) -> str:
    return reverse("oversight:review", args=[review.pk])


def test_the_plan_its_weaknesses_and_the_risks_nobody_answers_are_on_the_page(cast: Cast) -> None:
    _, review = forward(cast)
    making.risk(cast, level="significant")
    shown = page(cast, "manager", about(review))
    assert "Being made to carry" in shown
    assert "Collect from school" in shown
    assert "Nothing answers 1 risk: County lines (significant)" in shown
    assert "What an inspector would say of it" in shown
    assert "Your decision" in shown


def test_an_interview_is_decided_where_its_quality_is_marked(cast: Cast) -> None:
    held = an_interview(cast, a_return(cast))
    review = Review.objects.get(entry=held.entry)
    shown = page(cast, "manager", about(review))
    assert "He said he would drive me home" in shown
    assert reverse("return_interviews:check", args=[held.pk]) in shown
    assert "Your decision" not in shown


def test_an_assessment_says_what_it_adds_up_to_and_why(cast: Cast) -> None:
    made = assessed(cast, answers=MODERATE, judged="moderate")
    shown = page(cast, "manager", about(Review.objects.get(entry=made.entry)))
    assert "What the answers add up to" in shown
    assert "A man makes her carry" in shown


def send(cast: Cast, who: str, url: str, **answers: object):
    return signed_in(cast.user(who)).post(url, {"once": str(uuid4()), **answers})


def test_the_next_version_carries_what_the_manager_asked_for(cast: Cast) -> None:
    plan, review = forward(cast)
    oversight.decide(review, kind="return", words=ASKED, by=cast.user("manager"), at=NOW)
    assert ASKED in page(cast, "worker", reverse("plans:write_plan", args=[cast.ash.pk]))
    again = making.plan(cast, following=1)
    assert again.previous == plan
    assert ASKED in page(cast, "worker", again.get_absolute_url())
    second = recording.put_forward(again, by=cast.user("worker"), at=NOW)
    assert ASKED in page(cast, "manager", about(second))
    oversight.decide(second, kind="accept", words="", by=cast.user("manager"), at=NOW)
    assert ASKED not in page(cast, "worker", again.get_absolute_url())


def test_what_was_sent_back_is_also_the_new_workers(cast: Cast) -> None:
    """They took the child over: whoever put it forward may not be here."""
    _, review = forward(cast)
    oversight.decide(review, kind="question", words=ASKED, by=cast.user("manager"), at=NOW)
    held = cast.ash.allocations.get(role="lead")
    end_allocation(held, local_date(NOW))
    record.allocate(
        cast.ash, team=cast.north, worker=cast.workers["colleague"], starts_on=local_date(NOW), by=cast.system, at=NOW
    )  # fmt: skip
    waiting = reverse("oversight:waiting")
    assert "Waiting for you to answer" in page(cast, "colleague", waiting)
    assert "Answer the question" in page(cast, "colleague", about(review))
    assert "Waiting for you to answer" in page(cast, "worker", waiting)
    assert "Waiting for you to answer" not in page(cast, "manager", waiting)
    assert "Answer the question" not in page(cast, "manager", about(review))


def test_whoever_wrote_it_is_told_before_the_form_that_somebody_else_decides(cast: Cast) -> None:
    plan = making.plan(cast, by=cast.user("manager"))
    making.action(cast, plan)
    review = recording.put_forward(plan, by=cast.user("worker"), at=NOW)
    shown = page(cast, "manager", about(review))
    assert "Somebody else must look at this: you wrote it." in shown
    assert "Your decision" not in shown
    answer = send(cast, "manager", reverse("oversight:decide", args=[review.pk]), kind="accept")
    assert "you wrote it" in unescape(answer.content.decode())


def test_whoever_asked_does_not_answer(cast: Cast) -> None:
    _, review = forward(cast)
    oversight.decide(
        review, kind="question", words=ASKED, by=cast.user("manager"), at=NOW + timedelta(hours=1)
    )
    answer = send(cast, "manager", reverse("oversight:answer", args=[review.pk]), words="I did")
    assert "You asked this" in answer.content.decode()
