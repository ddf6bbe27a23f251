"""Pages of a handover. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.allocation.changes.views import FORM, change_of
from kittiwake.assurance.allocation.handovers import forms, recording
from kittiwake.assurance.allocation.models import Change
from kittiwake.history.refusal import refusals_on
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import not_yours, page


def _on_change(
    request: ViewerRequest,
    pk: int,
    form_class: type[GovForm],
    title: str,
    record: Callable[..., Any],
    start: Callable[[Change], dict[str, Any]] = lambda change: {},
) -> HttpResponse:
    """One form about a change of worker; back to it when it is recorded."""
    found = change_of(request, pk)
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
    return _on_change(request, pk, forms.NoteForm, title, recording.write_note, start)


def introduce(request: ViewerRequest, pk: int) -> HttpResponse:
    def start(found: Change) -> dict[str, Any]:
        return {"introduced_on": local_date(now())}

    title = "The child met their new worker"
    return _on_change(request, pk, forms.IntroductionForm, title, recording.introduce, start)


def sign(request: ViewerRequest, pk: int, side: str) -> HttpResponse:
    """By the worker whose side it is; the one before may have gone, and is then signed for with a reason."""
    if side not in (recording.BEFORE, recording.AFTER):
        raise Http404
    found = change_of(request, pk)
    row = found.before if side == recording.BEFORE else found.after
    theirs = row is not None and row.worker is not None and row.worker.user_id == request.user.pk
    if why := recording.why_not_sign(found, side, request.user):
        back = {"back_url": found.get_absolute_url(), "caption": found.child.name}
        return not_yours(request, "Sign the handover", why, **back)
    form_class = forms.SignForm if theirs else forms.SignForForm
    title = "Sign the handover" if theirs else f"Sign the handover for {row.worker if row else ''}"

    def record(change: Change, **answers: Any) -> None:
        recording.sign(change, side=side, **answers)

    return _on_change(request, pk, form_class, title, record)
