"""Courses, who was asked and who came. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.workforce import visibility
from kittiwake.assurance.workforce.models import Course, Place
from kittiwake.record.models import Worker
from kittiwake.ui.dates import counted, long_date
from kittiwake.ui.paging import Page


def courses_newest_first() -> QuerySet[Course]:
    return Course.objects.order_by("-held_on", "-pk")


def status_of(place: Place, held_on: date, on: date) -> dict[str, str]:
    if place.came_on:
        return {"text": f"Came on {long_date(place.came_on)}"}
    return {"text": "Has not come", "colour": "yellow"} if held_on < on else {"text": "Asked"}


@dataclass
class CoursesPage:
    page: Page[Course]
    viewer: Viewer
    on: date

    @property
    def may_plan(self) -> bool:
        return self.viewer.may(Power.RECORD_WORKFORCE)

    @cached_property
    def _numbers(self) -> dict[int, tuple[int, int]]:
        """(asked, came) by course, of those the viewer sees."""
        seen = visibility.seen(Place, self.viewer.user).filter(course__in=self.page.rows)
        found = seen.values_list("course").annotate(asked=Count("pk"), came=Count("came_on"))
        return {course: (asked, came) for course, asked, came in found}

    @property
    def items(self) -> list[dict[str, Any]]:
        return [self._item(one) for one in self.page.rows]

    def _item(self, one: Course) -> dict[str, Any]:
        asked, came = self._numbers.get(one.pk, (0, 0))
        said = (
            f"{came} of {asked} came"
            if one.held_on <= self.on
            else f"{counted(asked, 'person', 'people')} asked"
        )
        hint = long_date(one.held_on) + (f": {one.about}" if one.about else "")
        status = {"text": said if asked else "Nobody asked"}
        return {"title": one.title, "href": one.get_absolute_url(), "hint": hint, "status": status}


@dataclass
class CoursePage:
    course: Course
    viewer: Viewer
    on: date

    @cached_property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD_WORKFORCE)

    @property
    def is_held(self) -> bool:
        return self.course.held_on <= self.on

    @property
    def places(self) -> QuerySet[Place]:
        """Those the viewer sees: who has not come first, once it has been held."""
        seen = visibility.seen(Place, self.viewer.user).filter(course=self.course).select_related("worker")
        return seen.order_by("-came_on", "worker__name", "pk")

    @property
    def to_answer(self) -> QuerySet[Place]:
        """Who has not come yet and the viewer answers for. Nobody says of themselves that they came."""
        managed = visibility.answered_for(self.viewer.user)
        return self.places.filter(came_on=None, worker__in=managed).select_related("course", "worker")

    def items(self, places: Page[Place]) -> list[dict[str, Any]]:
        return [
            {
                "title": one.worker.name,
                "href": reverse("workforce:worker", args=[one.worker_id]),
                "status": status_of(one, self.course.held_on, self.on),
            }
            for one in places.rows
        ]

    @property
    def facts(self) -> list[dict[str, str]]:
        rows = [
            ("Held", long_date(self.course.held_on)),
            ("About", self.course.about),
            ("What asked for it", self.course.asked_for_by),
        ]
        return [{"key": key, "value": value} for key, value in rows if value]


def training_of(worker: Worker, viewer: Viewer, on: date) -> list[dict[str, Any]]:
    """The last twenty of one worker."""
    seen = visibility.seen(Place, viewer.user).filter(worker=worker).select_related("course")
    return [
        {
            "title": one.course.title,
            "href": one.course.get_absolute_url(),
            "hint": long_date(one.course.held_on),
            "status": status_of(one, one.course.held_on, on),
        }
        for one in seen.order_by("-course__held_on", "-pk")[:20]
    ]
