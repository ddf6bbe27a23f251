"""Pages of a change of worker. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access import footing
from kittiwake.access.answering import Target, carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.allocation.changes import forms, recording
from kittiwake.assurance.allocation.changes.candidates import ChoiceOfWorker
from kittiwake.assurance.allocation.changes.showing import ChangePage
from kittiwake.assurance.allocation.models import Change
from kittiwake.assurance.allocation.visibility import still_sees
from kittiwake.record.models import Child
from kittiwake.ui.dates import long_date
from kittiwake.ui.pages import page

FORM = "allocation/form.html"


def change_worker(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    footing.require_lasting(child, request.user)
    choice = ChoiceOfWorker(child, request.viewer, now())
    form = forms.ChangeForm(
        request.POST or None,
        people=choice.people,
        teams=choice.teams,
        asks=choice.asks,
        initial=choice.initial,
    )

    def record() -> Target:
        change = recording.change_worker(child, **form.values(), by=request.user, at=now())
        return _after(request, change)

    return carry_out(
        request, form, record, "allocation/change_worker.html", {"choice": choice, "child": child}
    )


def _after(request: ViewerRequest, change: Change) -> Target:
    """Back to the worker who leaves, where one is being let go; to the list where the child is out of sight now."""
    who = (
        f"with {change.after.worker}"
        if change.after.worker
        else f"with nobody yet, held by {change.after.team}"
    )
    messages.success(request, f"{change.child.name} is {who} from {long_date(change.after.starts_on)}.")
    leaving = request.GET.get("then", "")
    if leaving.isdigit():
        return reverse("allocation:leave", args=[int(leaving)])
    return change if still_sees(request.viewer, change.child_id) else "allocation:gaps"


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
    change = change_of(request, pk)
    footing.require_lasting(change.child, request.user)
    form = forms.StrikeOutForm(request.POST or None)

    def record() -> None:
        reason = form.cleaned_data["reason"]
        recording.strike_out(change, reason=reason, by=request.user, at=now())

    title = "This change of worker is recorded wrongly"
    context = {"title": title, "child": change.child, "back": change}
    return carry_out(request, form, record, FORM, context, then="allocation:gaps")
