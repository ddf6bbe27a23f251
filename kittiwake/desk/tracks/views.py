"""As what the council works with a child: started, ended, corrected. One form, one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.desk.tracks import forms
from kittiwake.desk.tracks.showing import TracksPage
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.duties import recording as duties
from kittiwake.record import codes
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child, Track
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page

FORM = "desk/form.html"


def tracks(request: ViewerRequest, pk: int) -> HttpResponse:
    child = request.viewer.open(Child, pk)
    shown = TracksPage(child, request.viewer, local_date(now()))
    return page(request, "desk/tracks.html", {"child": child, "shown": shown})


def start_track(request: ViewerRequest, pk: int) -> HttpResponse:
    child = request.viewer.open(Child, pk)
    form = forms.StartTrackForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            duties.start_track(child, **form.cleaned_data, source="typed", by=request.user, at=now())
            return redirect("desk:tracks", pk=child.pk)
    intro = "A conference that makes or ends a child protection plan does this by itself: write it in the meeting."
    return page(
        request, FORM, {"title": "What starts for them", "intro": intro, "child": child, "form": form}
    )


def end_track(request: ViewerRequest, pk: int) -> HttpResponse:
    track = request.viewer.open(Track, pk, "child")
    form = forms.EndTrackForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            duties.end_track(track, **form.cleaned_data, by=request.user, at=now())
            return redirect("desk:tracks", pk=track.child_id)
    return page(request, FORM, {"title": f"End {_called(track)}", "child": track.child, "form": form})


def take_back_track(request: ViewerRequest, pk: int) -> HttpResponse:
    track = request.viewer.open(Track, pk, "child")
    form = StrikeOutForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            duties.take_back_track(track, **form.cleaned_data, by=request.user, at=now())
            return redirect("desk:tracks", pk=track.child_id)
    title = f"{codes.TRACK.label(track.kind)}: recorded wrongly"
    return page(request, FORM, {"title": title, "child": track.child, "form": form})


def _called(track: Track) -> str:
    return codes.TRACK.label(track.kind).lower()
