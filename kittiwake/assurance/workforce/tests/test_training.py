"""Courses: planned, who is asked, who came, and what areas above are told of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.assurance.workforce.models import Course, Place
from kittiwake.assurance.workforce.training import recording
from kittiwake.history.refusal import Refused
from tests.cast import NOW, Cast, signed_in

TODAY = NOW.date()
HELD = date(2026, 11, 9)


@pytest.fixture
def system(cast: Cast) -> Iterator[dict[str, Any]]:
    with acting_as_system() as user:
        yield {"by": user, "at": NOW}


def plan(by: dict[str, Any], **changed: Any) -> Course:
    return recording.plan_course(**{"title": "Listening", "held_on": HELD, **changed}, **by)


@pytest.fixture
def asked(cast: Cast, system: dict[str, Any]) -> list[Place]:
    workers = [cast.workers[name] for name in ("worker", "colleague", "outsider")]
    return recording.ask_to_come(plan(system), workers, **system)


def test_nobody_comes_in_the_future(asked, system) -> None:
    with pytest.raises(Refused, match="This day is to come"):
        recording.came(asked, on=TODAY + timedelta(days=1), **system)


def test_nobody_comes_before_it_is_held(asked, system) -> None:
    with pytest.raises(Refused, match="held on 9 November 2026"):
        recording.came(asked, on=date(2026, 11, 8), **system)


def test_nobody_comes_twice(asked, system) -> None:
    recording.came(asked[:1], on=HELD, **system)
    with pytest.raises(Refused, match="Worker is recorded as having come already"):
        recording.came(asked, on=TODAY, **system)


def test_a_refusal_records_nobody(asked, system) -> None:
    recording.came(asked[1:2], on=HELD, **system)
    with pytest.raises(Refused):
        recording.came(asked, on=TODAY, **system)
    assert Place.objects.filter(came_on=TODAY).count() == 0


def test_nobody_is_asked_twice_and_somebody_must_be(cast, asked, system) -> None:
    with pytest.raises(Refused, match="Worker has been asked already"):
        recording.ask_to_come(asked[0].course, [cast.workers["manager"], cast.workers["worker"]], **system)
    assert not Place.objects.filter(worker=cast.workers["manager"]).exists()
    for nobody in (
        lambda: recording.ask_to_come(asked[0].course, [], **system),
        lambda: recording.came([], on=HELD, **system),
    ):
        with pytest.raises(Refused, match="Choose who"):
            nobody()


def test_each_came_on_a_day_of_their_own(cast, asked, system) -> None:
    recording.came(asked[1:2], on=TODAY, **system)  # to the repeat
    recording.came(asked[:1], on=HELD, **system)
    course = asked[0].course
    worker, colleague = cast.workers["worker"], cast.workers["colleague"]
    came = Place.objects.filter(course=course, came_on__isnull=False).order_by("came_on")
    assert [(place.worker, place.came_on) for place in came] == [(worker, HELD), (colleague, TODAY)]


def test_whoever_asks_is_told_of_those_they_answer_for(cast: Cast) -> None:
    with acting_as_system() as system:
        by = {"by": system, "at": NOW}
        course = plan(by)
        every = [cast.workers[name] for name in ("worker", "colleague", "outsider")]
        recording.came(recording.ask_to_come(course, every, **by), on=HELD, **by)
    for who, many in (("worker", 1), ("manager", 2), ("director", 3), ("analyst", 0)):
        with acting_as(cast.user(who)):
            assert Place.objects.filter(course=course).count() == many, who


def send(cast: Cast, who: str, name: str, *keys: int, **typed: Any) -> str:
    address = reverse(name, args=keys)
    answer = signed_in(cast.user(who)).post(address, {"once": str(uuid4()), **typed}, follow=True)
    return answer.content.decode()


def get(cast: Cast, who: str, address: str) -> str:
    return signed_in(cast.user(who)).get(address).content.decode()


ON = {"on_day": "9", "on_month": "11", "on_year": "2026"}
HELD_ON = {"held_on_day": "9", "held_on_month": "11", "held_on_year": "2026"}


def test_a_manager_plans_asks_and_records_who_came(cast: Cast, time_machine) -> None:
    time_machine.move_to(NOW)
    html = send(
        cast,
        "manager",
        "workforce:plan_course",
        title="Listening",
        asked_for_by="Audits of autumn",
        **HELD_ON,
    )
    assert "Audits of autumn" in html
    with acting_as_system():
        course = Course.objects.get()
    worker, outsider = cast.workers["worker"], cast.workers["outsider"]
    html = send(cast, "manager", "workforce:ask_to_come", course.pk, workers=[str(worker.pk)])
    assert "Has not come" in html
    with acting_as_system():
        place = Place.objects.get()
    html = send(cast, "manager", "workforce:came", course.pk, places=[str(place.pk)], **ON)
    assert "Came on 9 November 2026" in html
    assert "Record who came" not in html
    assert "1 of 1 came" in get(cast, "manager", "/courses/")
    assert "Listening" in get(cast, "worker", reverse("workforce:worker", args=[worker.pk]))
    assert "Nobody asked" in get(cast, "outsider", "/courses/")
    send(cast, "manager", "workforce:ask_to_come", course.pk, workers=[str(outsider.pk)])
    with acting_as_system():
        assert not Place.objects.filter(worker=outsider).exists()  # of another team


def test_nobody_says_of_themselves_that_they_came(cast: Cast, time_machine) -> None:
    """The manager was asked too; their own manager records that they came."""
    time_machine.move_to(NOW)
    with acting_as_system() as system:
        by = {"by": system, "at": NOW}
        (place,) = recording.ask_to_come(plan(by), [cast.workers["manager"]], **by)
    send(cast, "manager", "workforce:came", place.course_id, places=[str(place.pk)], **ON)
    with acting_as_system():
        assert Place.objects.get().came_on is None
    send(cast, "service_manager", "workforce:came", place.course_id, places=[str(place.pk)], **ON)
    with acting_as_system():
        assert Place.objects.get().came_on == HELD


def test_a_day_to_come_is_refused_beside_the_question(cast: Cast, time_machine) -> None:
    time_machine.move_to(NOW)
    with acting_as_system() as system:
        by = {"by": system, "at": NOW}
        (place,) = recording.ask_to_come(plan(by), [cast.workers["worker"]], **by)
    html = send(
        cast, "manager", "workforce:came", place.course_id, places=[str(place.pk)], **{**ON, "on_day": "8"}
    )
    assert "The course was held on 9 November 2026" in html


def test_before_anything_is_planned_the_page_says_what_it_is_for(cast: Cast) -> None:
    html = get(cast, "worker", "/courses/")
    assert "No courses" in html
    assert "Plan a course" not in html
    assert "Plan a course" in get(cast, "manager", "/courses/")
