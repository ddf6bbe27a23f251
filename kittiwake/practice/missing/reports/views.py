"""Pages where a report or a grade is recorded."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.missing.form_page import ask, open_episode
from kittiwake.practice.missing.reports import forms, recording


def add_report(request: ViewerRequest, pk: int) -> HttpResponse:
    episode, form = open_episode(request, pk), forms.AnotherReportForm(request.POST or None)

    def record() -> None:
        recording.add_report(episode, **form.values(), by=request.user, at=now())

    return ask(request, episode, form, record, title="Add a report of this absence")


def record_grade(request: ViewerRequest, pk: int) -> HttpResponse:
    episode, form = open_episode(request, pk), forms.GradeForm(request.POST or None)

    def record() -> None:
        recording.record_grade(episode, **form.values(), by=request.user, at=now())

    return ask(request, episode, form, record, title="How the police grade the risk")
