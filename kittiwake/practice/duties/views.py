"""Pages of duties. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.duties import forms, recording
from kittiwake.practice.duties.models import Done
from kittiwake.practice.duties.showing import DonePage, TrackPage
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.kinds import kind_of_tracks
from kittiwake.record.models import Child, Entry
from kittiwake.ui.pages import page

FORM = "duties/form.html"


def track(request: ViewerRequest, pk: int) -> HttpResponse:
    entry = request.viewer.open(Entry, pk, "child", "track", "by", "struck_out_by")
    if entry.kind != kind_of_tracks():
        raise Http404
    return page(request, "duties/track.html", {"shown": TrackPage(entry, request.viewer), "entry": entry})


def done(request: ViewerRequest, pk: int) -> HttpResponse:
    done = _done(request, pk)
    return page(request, "duties/done.html", {"shown": DonePage(done, request.viewer), "done": done})


def _done(request: ViewerRequest, pk: int) -> Done:
    return request.viewer.open(Done, pk, "entry__by", "entry__struck_out_by", "child")


def say_done(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = forms.DoneForm(request.POST or None)

    def record() -> Done:
        return recording.say_done(child, **form.values(), by=request.user, at=now())

    context = {"title": "Something owed to them was done", "child": child}
    return carry_out(request, form, record, FORM, context)


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    done, form = _done(request, pk), StrikeOutForm(request.POST or None)

    def record() -> None:
        recording.strike_out(done, reason=form.cleaned_data["reason"], by=request.user, at=now())

    context = {"title": f"{done}: recorded wrongly", "child": done.child}
    return carry_out(request, form, record, FORM, context, then=done)
