"""Pages for whoever reads an interview after it was written, and for its writer's answer."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.return_interviews.form_page import ask, open_interview
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.practice.return_interviews.quality_checks import forms, recording
from kittiwake.ui.pages import not_yours

CHECK, ANSWER = "Read this interview", "Answer the question"


def check(request: ViewerRequest, pk: int) -> HttpResponse:
    interview = open_interview(request, pk)
    if why := recording.why_not_check(interview, request.user):
        return not_yours(request, CHECK, why, **_back(interview))
    form = forms.CheckForm(request.POST or None)

    def record() -> None:
        recording.check(interview, **form.values(), by=request.user, at=now())

    return ask(request, interview.child, form, record, title=CHECK, back=interview, then=interview)


def answer(request: ViewerRequest, pk: int) -> HttpResponse:
    interview = open_interview(request, pk)
    if why := recording.why_not_answer(interview, request.user):
        return not_yours(request, ANSWER, why, **_back(interview))
    form = forms.AnswerForm(request.POST or None)

    def record() -> None:
        recording.answer(interview, words=form.cleaned_data["words"], by=request.user, at=now())

    return ask(request, interview.child, form, record, title=ANSWER, back=interview, then=interview)


def _back(interview: ReturnInterview) -> dict[str, str]:
    return {"back_url": interview.entry.get_absolute_url(), "caption": interview.child.name}
