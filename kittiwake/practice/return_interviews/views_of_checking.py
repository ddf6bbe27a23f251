"""Pages for whoever reads an interview after it was written: the quality test, questions, sharing, correcting."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.return_interviews import checking, forms, recording
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Entry
from kittiwake.ui.pages import not_yours, page

FORM = "return_interviews/form.html"


def _interview(request: ViewerRequest, pk: int) -> ReturnInterview:
    return request.viewer.open(ReturnInterview, pk, "entry__by", "child", "interviewer")


def _asked(request: ViewerRequest, interview: ReturnInterview, title: str, form: Any) -> HttpResponse:
    context = {"title": title, "child": interview.child, "back": interview, "form": form}
    return page(request, FORM, context)


def check(request: ViewerRequest, pk: int) -> HttpResponse:
    interview = _interview(request, pk)
    if why := checking.why_not_check(interview, request.user):
        back = {"back_url": interview.entry.get_absolute_url(), "caption": interview.child.name}
        return not_yours(request, "Read this interview", why, **back)
    form = forms.CheckForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            checking.check(interview, **form.answers(), by=request.user, at=now())
            return redirect(interview)
    return _asked(request, interview, "Read this interview", form)


def answer(request: ViewerRequest, pk: int) -> HttpResponse:
    interview = _interview(request, pk)
    if why := checking.why_not_answer(interview, request.user):
        back = {"back_url": interview.entry.get_absolute_url(), "caption": interview.child.name}
        return not_yours(request, "Answer the question", why, **back)
    form = forms.AnswerForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            checking.answer(interview, **form.cleaned_data, by=request.user, at=now())
            return redirect(interview)
    return _asked(request, interview, "Answer the question", form)


def share(request: ViewerRequest, pk: int) -> HttpResponse:
    interview = _interview(request, pk)
    form = forms.SharingForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.share(interview, **form.values(), by=request.user, at=now())
            return redirect(interview)
    return _asked(request, interview, "It was shared", form)


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    """An offer, an interview or a note that there will be none: they share the key of their entry."""
    entry = request.viewer.open(Entry, pk, "child")
    if entry.kind not in (recording.OFFER, recording.INTERVIEW, recording.NOT_HELD):
        raise Http404
    form = StrikeOutForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.strike_out(entry, **form.cleaned_data, by=request.user, at=now())
            return redirect(entry)
    context = {"title": "This was recorded wrongly", "child": entry.child, "back": entry, "form": form}
    return page(request, FORM, context)
