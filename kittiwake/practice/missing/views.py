"""Pages of a missing episode. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.missing import (
    forms,
    recording,
    recording_of_carer_details,
    recording_of_telling,
    rules,
    settings,
)
from kittiwake.practice.missing.models import CarerDetails, Episode
from kittiwake.practice.missing.showing import EpisodePage
from kittiwake.primitives.clocks.citing import cited
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import not_yours, page

FORM = "missing/form.html"


def _episode(request: ViewerRequest, pk: int) -> Episode:
    return request.viewer.open(Episode, pk, "entry__by", "child")


def episode(request: ViewerRequest, pk: int) -> HttpResponse:
    return page(
        request, "missing/episode.html", {"shown": EpisodePage(_episode(request, pk), request.viewer, now())}
    )


def report_missing(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = forms.ReportForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            return redirect(recording.report_missing(child, **form.values(), by=request.user, at=now()))
    open_episode = request.viewer.see(Episode).open().filter(child=child).first()
    return page(
        request, "missing/report_missing.html", {"child": child, "form": form, "open_episode": open_episode}
    )


def add_report(request: ViewerRequest, pk: int) -> HttpResponse:
    episode = _episode(request, pk)
    form = forms.AnotherReportForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.add_report(episode, **form.values(), by=request.user, at=now())
            return redirect(episode)
    return page(request, FORM, {"title": "Add a report of this absence", "episode": episode, "form": form})


def record_grade(request: ViewerRequest, pk: int) -> HttpResponse:
    episode = _episode(request, pk)
    form = forms.GradeForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.record_grade(episode, **form.values(), by=request.user, at=now())
            return redirect(episode)
    return page(request, FORM, {"title": "How the police grade the risk", "episode": episode, "form": form})


def record_location(request: ViewerRequest, pk: int) -> HttpResponse:
    episode = _episode(request, pk)
    form = forms.LocationForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.record_location(episode, **form.cleaned_data, by=request.user, at=now())
            return redirect(episode)
    intro = "Somebody knows where they are. The episode stays open until they are back."
    return page(
        request, FORM, {"title": "They have been located", "intro": intro, "episode": episode, "form": form}
    )


def record_return(request: ViewerRequest, pk: int) -> HttpResponse:
    episode = _episode(request, pk)
    form = forms.ReturnForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.record_return(episode, **form.cleaned_data, by=request.user, at=now())
            return redirect(episode)
    return page(request, FORM, {"title": "They are back", "episode": episode, "form": form})


def tell(request: ViewerRequest, pk: int, duty: str) -> HttpResponse:
    episode = _episode(request, pk)
    owed = next(
        (owed for owed in EpisodePage(episode, request.viewer, now()).duties if owed.key == duty), None
    )
    if owed is None:
        raise Http404
    form = forms.TellingForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording_of_telling.tell(episode, duty=duty, **form.values(), by=request.user, at=now())
            return redirect(episode)
    return page(
        request,
        FORM,
        {
            "title": f"Tell: {owed.who}",
            "intro": cited(owed.source, local_date(now())),
            "episode": episode,
            "form": form,
        },
    )


def acknowledge(request: ViewerRequest, pk: int, rung: str) -> HttpResponse:
    episode = _episode(request, pk)
    if rung not in settings.LADDER:
        raise Http404
    step = next(one for one in rules.LADDER if one.key == rung)
    if why := recording_of_telling.why_not_acknowledge(step, request.user):
        back = {"back_url": episode.get_absolute_url(), "caption": episode.child.name}
        return not_yours(request, "Acknowledge this open episode", why, **back)
    form = forms.AcknowledgementForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording_of_telling.acknowledge(
                episode, rung=rung, **form.cleaned_data, by=request.user, at=now()
            )
            return redirect(episode)
    return page(request, FORM, {"title": "Acknowledge this open episode", "episode": episode, "form": form})


def cancel(request: ViewerRequest, pk: int) -> HttpResponse:
    episode = _episode(request, pk)
    form = forms.CancellationForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.cancel(episode, **form.cleaned_data, by=request.user, at=now())
            return redirect(episode)
    return page(request, FORM, {"title": "They were not missing after all", "episode": episode, "form": form})


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    episode = _episode(request, pk)
    form = StrikeOutForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.strike_out(episode, **form.cleaned_data, by=request.user, at=now())
            return redirect(episode.child)
    intro = (
        "It stays on the record, struck through, with your name and reason. Record what is right afterwards."
    )
    return page(
        request, FORM, {"title": "Strike out this episode", "intro": intro, "episode": episode, "form": form}
    )


def keep_carer_details(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    latest = (
        request.viewer.see(CarerDetails).filter(entry__child=child).order_by("-entry__happened_at").first()
    )
    initial = {name: getattr(latest, name) for name in forms.CarerDetailsForm.base_fields} if latest else None
    form = forms.CarerDetailsForm(request.POST or None, initial=initial)
    if form.is_valid():
        with refusals_on(form):
            return redirect(
                recording_of_carer_details.keep_carer_details(
                    child, **form.cleaned_data, by=request.user, at=now()
                ).entry
            )
    return page(request, "missing/keep_carer_details.html", {"child": child, "form": form})


def carer_details(request: ViewerRequest, pk: int) -> HttpResponse:
    details = request.viewer.open(CarerDetails, pk, "entry__child", "entry__by")
    return page(request, "missing/carer_details.html", {"details": details, "child": details.entry.child})
