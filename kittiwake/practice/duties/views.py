"""Pages of duties. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.duties import forms, recording
from kittiwake.practice.duties.models import Done
from kittiwake.practice.duties.showing import DonePage, TrackPage
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child, Entry
from kittiwake.record.recording.lines import TRACK_ENTRY
from kittiwake.ui.pages import page

FORM = "duties/form.html"


def track(request: ViewerRequest, pk: int) -> HttpResponse:
    entry = request.viewer.open(Entry, pk, "child", "track", "by", "struck_out_by")
    if entry.kind != TRACK_ENTRY:
        raise Http404
    return page(request, "duties/track.html", {"shown": TrackPage(entry, request.viewer), "entry": entry})


def done(request: ViewerRequest, pk: int) -> HttpResponse:
    found = _done(request, pk)
    return page(request, "duties/done.html", {"shown": DonePage(found, request.viewer), "done": found})


def _done(request: ViewerRequest, pk: int) -> Done:
    return request.viewer.open(Done, pk, "entry__by", "entry__struck_out_by", "child")


def say_done(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = forms.DoneForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            return redirect(recording.say_done(child, **form.cleaned_data, by=request.user, at=now()))
    return page(request, FORM, {"title": "Something owed to them was done", "child": child, "form": form})


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    found = _done(request, pk)
    form = StrikeOutForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.strike_out(found, **form.cleaned_data, by=request.user, at=now())
            return redirect(found)
    return page(request, FORM, {"title": f"{found}: recorded wrongly", "child": found.child, "form": form})
