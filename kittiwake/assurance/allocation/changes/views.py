"""Pages of a change of worker. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access import footing
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.allocation.changes import forms, recording
from kittiwake.assurance.allocation.changes.candidates import Choosing
from kittiwake.assurance.allocation.changes.showing import ChangePage
from kittiwake.assurance.allocation.models import Change
from kittiwake.assurance.allocation.visibility import still_sees
from kittiwake.history.refusal import refusals_on
from kittiwake.record.models import Child
from kittiwake.ui.dates import long_date
from kittiwake.ui.pages import page

FORM = "allocation/form.html"


def change_worker(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    footing.require_lasting(child, request.user)
    choosing = Choosing(child, request.viewer, now())
    form = forms.ChangeForm(
        request.POST or None,
        people=choosing.people,
        teams=choosing.teams,
        asks=choosing.asks,
        initial=choosing.initial,
    )
    if form.is_valid():
        with refusals_on(form):
            change = recording.change_worker(choosing.child, **form.values(), by=request.user, at=now())
            return _done(request, change)
    return page(
        request,
        "allocation/change_worker.html",
        {"choosing": choosing, "child": choosing.child, "form": form},
    )


def _done(request: ViewerRequest, change: Change) -> HttpResponse:
    """Back to the worker who leaves, where one is being let go; to the list where the child is out of sight now."""
    who = (
        f"with {change.after.worker}"
        if change.after.worker
        else f"with nobody yet, held by {change.after.team}"
    )
    messages.success(request, f"{change.child.name} is {who} from {long_date(change.after.starts_on)}.")
    leaving = request.GET.get("then", "")
    if leaving.isdigit():
        return redirect("allocation:leave", pk=int(leaving))
    return redirect(change) if still_sees(request.viewer, change.child_id) else redirect("allocation:gaps")


def change_of(request: ViewerRequest, pk: int) -> Change:
    related = (
        "entry__by",
        "entry__struck_out_by",
        "child",
        "before__worker",
        "before__team",
        "after__worker",
    )
    return request.viewer.open(Change, pk, *related, "after__team", "signed_before_by", "signed_after_by")


def change(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = ChangePage(change_of(request, pk), request.viewer, now())
    words = shown.change.entry.words.all()
    return page(request, "allocation/change.html", {"shown": shown, "change": shown.change, "words": words})


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    found = change_of(request, pk)
    footing.require_lasting(found.child, request.user)
    form = forms.StrikeOutForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.strike_out(found, **form.cleaned_data, by=request.user, at=now())
            return redirect("allocation:gaps")
    title = "This change of worker is recorded wrongly"
    return page(request, FORM, {"title": title, "child": found.child, "back": found, "form": form})
