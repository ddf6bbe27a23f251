"""Pages of who works with a child. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access import footing
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.allocation import forms, recording, recording_of_handovers
from kittiwake.assurance.allocation.choosing import Choosing
from kittiwake.assurance.allocation.facts import still_sees
from kittiwake.assurance.allocation.listing import GapsNow, PastGaps
from kittiwake.assurance.allocation.models import Change
from kittiwake.assurance.allocation.showing import ChangePage, WorkersOf
from kittiwake.history.refusal import refusals_on
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import not_yours, page
from kittiwake.ui.paging import by_number

FORM = "allocation/form.html"


def gaps(request: ViewerRequest) -> HttpResponse:
    shown = GapsNow(request.viewer, now(), request.GET.get("team", ""))
    rows_page = by_number(request, shown.rows)
    request.viewer.listed({one.child_id for one in rows_page})
    words = {"shown": shown, "rows_page": rows_page, "items": shown.items(list(rows_page))}
    return page(request, "allocation/gaps.html", words)


def past_gaps(request: ViewerRequest) -> HttpResponse:
    shown = PastGaps(request.viewer, now())
    rows_page = by_number(request, shown.rows)
    request.viewer.listed({one.child_id for one in rows_page})
    words = {"columns": shown.COLUMNS, "rows_page": rows_page, "table": shown.table(list(rows_page))}
    return page(request, "allocation/past_gaps.html", words)


def workers_of(request: ViewerRequest, child_pk: int) -> HttpResponse:
    shown = WorkersOf(request.viewer.open(Child, child_pk), request.viewer, now())
    return page(request, "allocation/workers_of.html", {"shown": shown, "child": shown.child})


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


def _change(request: ViewerRequest, pk: int) -> Change:
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
    shown = ChangePage(_change(request, pk), request.viewer, now())
    words = shown.change.entry.words.all()
    return page(request, "allocation/change.html", {"shown": shown, "change": shown.change, "words": words})


def _on_change(
    request: ViewerRequest,
    pk: int,
    form_class: type[GovForm],
    title: str,
    record: Callable[..., Any],
    start: Callable[[Change], dict[str, Any]] = lambda change: {},
) -> HttpResponse:
    """One form about a change of worker; back to it when it is recorded."""
    found = _change(request, pk)
    form = form_class(request.POST or None, initial=start(found))
    if form.is_valid():
        answers = {name: value for name, value in form.cleaned_data.items() if name != "agrees"}
        with refusals_on(form):
            record(found, **answers, by=request.user, at=now())
            return redirect(found)
    return page(request, FORM, {"title": title, "child": found.child, "back": found, "form": form})


def write_note(request: ViewerRequest, pk: int) -> HttpResponse:
    def start(found: Change) -> dict[str, Any]:
        return {name: getattr(found, name) for name in forms.NoteForm.base_fields}

    title = "What is handed over"
    return _on_change(request, pk, forms.NoteForm, title, recording_of_handovers.write_note, start)


def introduce(request: ViewerRequest, pk: int) -> HttpResponse:
    def start(found: Change) -> dict[str, Any]:
        return {"introduced_on": local_date(now())}

    title = "The child met their new worker"
    return _on_change(request, pk, forms.IntroductionForm, title, recording_of_handovers.introduce, start)


def sign(request: ViewerRequest, pk: int, side: str) -> HttpResponse:
    """By the worker whose side it is; the one before may have gone, and is then signed for with a reason."""
    if side not in (recording_of_handovers.BEFORE, recording_of_handovers.AFTER):
        raise Http404
    found = _change(request, pk)
    row = found.before if side == recording_of_handovers.BEFORE else found.after
    theirs = row is not None and row.worker is not None and row.worker.user_id == request.user.pk
    if why := recording_of_handovers.why_not_sign(found, side, request.user):
        back = {"back_url": found.get_absolute_url(), "caption": found.child.name}
        return not_yours(request, "Sign the handover", why, **back)
    form_class = forms.SignForm if theirs else forms.SignForForm
    title = "Sign the handover" if theirs else f"Sign the handover for {row.worker if row else ''}"

    def record(change: Change, **answers: Any) -> None:
        recording_of_handovers.sign(change, side=side, **answers)

    return _on_change(request, pk, form_class, title, record)


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    found = _change(request, pk)
    footing.require_lasting(found.child, request.user)
    form = forms.StrikeOutForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.strike_out(found, **form.cleaned_data, by=request.user, at=now())
            return redirect("allocation:gaps")
    title = "This change of worker is recorded wrongly"
    return page(request, FORM, {"title": title, "child": found.child, "back": found, "form": form})
