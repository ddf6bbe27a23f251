"""The only way courses are written: planned, who is asked to come, who came."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.assurance.workforce import events
from kittiwake.assurance.workforce.models import Course, Place
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date


@whole()
def plan_course(
    *, title: str, held_on: date, by: User, at: datetime, about: str = "", asked_for_by: str = ""
) -> Course:
    must_be_believable(at, held_on=held_on)
    course = Course.objects.create(
        title=title, about=about, asked_for_by=asked_for_by, held_on=held_on, recorded_at=at
    )
    history.write(events.COURSE_PLANNED, course, by=by, at=at)
    return course


@whole()
def ask_to_come(course: Course, workers: Collection[Worker], *, by: User, at: datetime) -> list[Place]:
    """Refuses nobody, and whoever was asked already."""
    if not workers:
        raise Refused("Choose who is to come.", field="workers")
    places = []
    for worker in workers:
        place, is_new = Place.objects.get_or_create(course=course, worker=worker, defaults={"asked_at": at})
        if not is_new:
            raise Refused(f"{worker} has been asked already. Take them off the list.", field="workers")
        places.append(place)
    history.write(events.ASKED_TO_COURSE, course, by=by, at=at)
    return places


@whole()
def came(places: Collection[Place], *, on: date, by: User, at: datetime) -> None:
    """`on` is the day of the course, or of a later repeat. Refuses a day to come, one before it, and a second time."""
    if not places:
        raise Refused("Choose who came.", field="places")
    if on > local_date(at):
        raise Refused("This day is to come. Record who came when it has been held.", field="on")
    for place in places:
        held_on = place.course.held_on
        if on < held_on:
            raise Refused(
                f"The course was held on {long_date(held_on)}. Enter that day or a later one.", field="on"
            )
        if not Place.objects.filter(pk=place.pk, came_on=None).update(came_on=on):
            raise Refused(f"{place.worker} is recorded as having come already.", field="places")
        history.write(events.CAME_TO_COURSE, place, by=by, at=at)
