"""Pages of courses. A course is everybody's to see; who was asked and who came, theirs and whoever answers for them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce import visibility
from kittiwake.assurance.workforce.models import Course, Place
from kittiwake.assurance.workforce.training import forms, recording
from kittiwake.assurance.workforce.training.showing import CoursePage, CoursesPage, courses_newest_first
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page
from kittiwake.ui.paging import Page, by_number

FORM = "workforce/course_form.html"


def courses(request: ViewerRequest) -> HttpResponse:
    shown = CoursesPage(by_number(request, courses_newest_first()), request.viewer, local_date(now()))
    return page(request, "workforce/courses.html", {"shown": shown})


def plan_course(request: ViewerRequest) -> HttpResponse:
    form = forms.CourseForm(request.POST or None)

    def record() -> Course:
        return recording.plan_course(**form.values(), by=request.user, at=now())

    return carry_out(request, form, record, FORM, {"title": "Plan a course"})


def course(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = CoursePage(get_object_or_404(Course, pk=pk), request.viewer, local_date(now()))
    places: Page[Place] = by_number(request, shown.places)
    context = {"shown": shown, "course": shown.course, "places": places, "items": shown.items(places)}
    return page(request, "workforce/course.html", context)


def ask_to_come(request: ViewerRequest, pk: int) -> HttpResponse:
    """Only whom the viewer answers for, and who has not been asked."""
    course = get_object_or_404(Course, pk=pk)
    not_asked = visibility.answered_for(request.user).filter(ends_on=None).exclude(courses__course=course)
    form = forms.AskForm(request.POST or None, workers=not_asked.order_by("name", "pk"))

    def record() -> object:
        return recording.ask_to_come(course, form.chosen, by=request.user, at=now())

    return carry_out(request, form, record, FORM, {"title": "Who is to come?", "course": course}, then=course)


def came(request: ViewerRequest, pk: int) -> HttpResponse:
    course = get_object_or_404(Course, pk=pk)
    not_come = CoursePage(course, request.viewer, local_date(now())).to_answer
    form = forms.CameForm(request.POST or None, course=course, places=not_come)

    def record() -> None:
        recording.came(form.chosen, on=form.day, by=request.user, at=now())

    return carry_out(request, form, record, FORM, {"title": "Who came?", "course": course}, then=course)
