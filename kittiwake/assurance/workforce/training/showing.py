"""Courses, who was asked and who came. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.workforce import visibility
from kittiwake.assurance.workforce.models import Course, Place
from kittiwake.record.models import Worker
from kittiwake.ui.components import Status, SummaryRow, Task
from kittiwake.ui.dates import counted, long_date
from kittiwake.ui.paging import Page


def courses_newest_first() -> QuerySet[Course]:
    return Course.objects.order_by("-held_on", "-pk")


def status_of(place: Place, held_on: date, on: date) -> Status:
    if place.came_on:
        return Status(f"Came on {long_date(place.came_on)}")
    return Status("Has not come", "yellow") if held_on < on else Status("Asked")


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
        numbers = seen.values_list("course").annotate(asked=Count("pk"), came=Count("came_on"))
        return {course: (asked, came) for course, asked, came in numbers}

    @property
    def items(self) -> list[Task]:
        return [self._item(course) for course in self.page.rows]

    def _item(self, course: Course) -> Task:
        hint = long_date(course.held_on) + (f": {course.about}" if course.about else "")
        return Task(course.title, course.get_absolute_url(), hint, Status(self._how_many(course)))

    def _how_many(self, course: Course) -> str:
        asked, came = self._numbers.get(course.pk, (0, 0))
        if not asked:
            return "Nobody asked"
        if course.held_on <= self.on:
            return f"{came} of {asked} came"
        return f"{counted(asked, 'person', 'people')} asked"


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

    def items(self, places: Page[Place]) -> list[Task]:
        return [self._item(place) for place in places.rows]

    def _item(self, place: Place) -> Task:
        href = reverse("workforce:worker", args=[place.worker_id])
        return Task(place.worker.name, href, status=status_of(place, self.course.held_on, self.on))

    @property
    def facts(self) -> list[SummaryRow]:
        rows = [
            ("Held", long_date(self.course.held_on)),
            ("About", self.course.about),
            ("What asked for it", self.course.asked_for_by),
        ]
        return [SummaryRow(key, value) for key, value in rows if value]


def training_of(worker: Worker, viewer: Viewer, on: date) -> list[Task]:
    """The last twenty of one worker."""
    seen = visibility.seen(Place, viewer.user).filter(worker=worker).select_related("course")
    return [
        Task(
            place.course.title,
            place.course.get_absolute_url(),
            long_date(place.course.held_on),
            status_of(place, place.course.held_on, on),
        )
        for place in seen.order_by("-course__held_on", "-pk")[:20]
    ]
