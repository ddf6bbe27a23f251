"""Pages of a missing episode. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.missing import forms, recording
from kittiwake.practice.missing.form_page import ask, open_episode
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.missing.showing import EpisodePage
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child
from kittiwake.ui.pages import page

LOCATED = "Somebody knows where they are. The episode stays open until they are back."
STAYS = "It stays on the record, struck through, with your name and reason. Record what is right afterwards."


def episode(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = EpisodePage(open_episode(request, pk), request.viewer, now())
    return page(request, "missing/episode.html", {"shown": shown})


def report_missing(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = forms.ReportForm(request.POST or None)

    def report() -> Episode:
        return recording.report_missing(child, **form.values(), by=request.user, at=now())

    open_episode = request.viewer.see(Episode).open().filter(child=child).first()
    context = {"child": child, "open_episode": open_episode}
    return carry_out(request, form, report, "missing/report_missing.html", context)


def record_location(request: ViewerRequest, pk: int) -> HttpResponse:
    episode, form = open_episode(request, pk), forms.LocationForm(request.POST or None)

    def record() -> None:
        recording.record_location(episode, **form.values(), by=request.user, at=now())

    return ask(request, episode, form, record, title="They have been located", intro=LOCATED)


def record_return(request: ViewerRequest, pk: int) -> HttpResponse:
    episode, form = open_episode(request, pk), forms.ReturnForm(request.POST or None)

    def record() -> None:
        recording.record_return(episode, **form.values(), by=request.user, at=now())

    return ask(request, episode, form, record, title="They are back")


def cancel(request: ViewerRequest, pk: int) -> HttpResponse:
    episode, form = open_episode(request, pk), forms.CancellationForm(request.POST or None)

    def record() -> None:
        recording.cancel(episode, reason=form.cleaned_data["reason"], by=request.user, at=now())

    return ask(request, episode, form, record, title="They were not missing after all")


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    episode, form = open_episode(request, pk), StrikeOutForm(request.POST or None)

    def record() -> None:
        recording.strike_out(episode, reason=form.cleaned_data["reason"], by=request.user, at=now())

    title = "Strike out this episode"
    return ask(request, episode, form, record, title=title, intro=STAYS, then=episode.child)
