"""Pages of courses. A course is everybody's to see; who was asked and who came, theirs and whoever answers for them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce import visibility
from kittiwake.assurance.workforce.models import Course, Place
from kittiwake.assurance.workforce.training import forms, recording
from kittiwake.assurance.workforce.training.showing import CoursePage, CoursesPage, courses_newest_first
from kittiwake.history.refusal import refusals_on
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page
from kittiwake.ui.paging import Page, by_number

FORM = "workforce/course_form.html"


def courses(request: ViewerRequest) -> HttpResponse:
    shown = CoursesPage(by_number(request, courses_newest_first()), request.viewer, local_date(now()))
    return page(request, "workforce/courses.html", {"shown": shown})


def plan_course(request: ViewerRequest) -> HttpResponse:
    form = forms.CourseForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            return redirect(recording.plan_course(**form.cleaned_data, by=request.user, at=now()))
    return page(request, FORM, {"title": "Plan a course", "form": form})


def course(request: ViewerRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Course, pk=pk)
    shown = CoursePage(found, request.viewer, local_date(now()))
    places: Page[Place] = by_number(request, shown.places)
    words = {"shown": shown, "course": found, "places": places, "items": shown.items(places)}
    return page(request, "workforce/course.html", words)


def ask_to_come(request: ViewerRequest, pk: int) -> HttpResponse:
    """Only whom the viewer answers for, and who has not been asked."""
    found = get_object_or_404(Course, pk=pk)
    theirs = visibility.answered_for(request.user).filter(ends_on=None).exclude(courses__course=found)
    form = forms.AskForm(request.POST or None, workers=theirs.order_by("name", "pk"))
    if form.is_valid():
        with refusals_on(form):
            recording.ask_to_come(found, form.cleaned_data["workers"], by=request.user, at=now())
            return redirect(found)
    return page(request, FORM, {"title": "Who is to come?", "course": found, "form": form})


def came(request: ViewerRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Course, pk=pk)
    not_yet = CoursePage(found, request.viewer, local_date(now())).to_answer
    form = forms.CameForm(request.POST or None, course=found, places=not_yet)
    if form.is_valid():
        with refusals_on(form):
            typed = form.cleaned_data
            recording.came(typed["places"], on=typed["on"], by=request.user, at=now())
            return redirect(found)
    return page(request, FORM, {"title": "Who came?", "course": found, "form": form})
