"""As what the council works with a child: started, ended, corrected. One form, one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import resolve_url
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.duties import recording
from kittiwake.practice.duties.tracks.forms import EndTrackForm, StartTrackForm
from kittiwake.practice.duties.tracks.showing import TracksPage
from kittiwake.record import codes
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child, Track
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page

FORM = "duties/form.html"


def tracks(request: ViewerRequest, pk: int) -> HttpResponse:
    child = request.viewer.open(Child, pk)
    shown = TracksPage(child, request.viewer, local_date(now()))
    return page(request, "duties/tracks.html", {"child": child, "shown": shown})


def start_track(request: ViewerRequest, pk: int) -> HttpResponse:
    child, form = request.viewer.open(Child, pk), StartTrackForm(request.POST or None)

    def record() -> None:
        kind, starts_on = form.cleaned_data["kind"], form.cleaned_data["starts_on"]
        recording.start_track(
            child, kind=kind, starts_on=starts_on, source="typed", by=request.user, at=now()
        )

    intro = "A conference that makes or ends a child protection plan does this by itself: write it in the meeting."
    context = {"title": "What starts for them", "intro": intro, "child": child}
    return carry_out(request, form, record, FORM, context, then=_tracks_page(child.pk))


def end_track(request: ViewerRequest, pk: int) -> HttpResponse:
    track, form = request.viewer.open(Track, pk, "child"), EndTrackForm(request.POST or None)

    def record() -> None:
        recording.end_track(track, ends_on=form.cleaned_data["ends_on"], by=request.user, at=now())

    context = {"title": f"End {_label(track).lower()}", "child": track.child}
    return carry_out(request, form, record, FORM, context, then=_tracks_page(track.child_id))


def take_back_track(request: ViewerRequest, pk: int) -> HttpResponse:
    track, form = request.viewer.open(Track, pk, "child"), StrikeOutForm(request.POST or None)

    def record() -> None:
        recording.take_back_track(track, reason=form.cleaned_data["reason"], by=request.user, at=now())

    context = {"title": f"{_label(track)}: recorded wrongly", "child": track.child}
    return carry_out(request, form, record, FORM, context, then=_tracks_page(track.child_id))


def _tracks_page(child_id: int) -> str:
    return resolve_url("duties:tracks", pk=child_id)


def _label(track: Track) -> str:
    return codes.TRACK.label(track.kind)
