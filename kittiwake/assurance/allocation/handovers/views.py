"""Pages of a handover. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.allocation.changes.views import FORM, change_of
from kittiwake.assurance.allocation.handovers import forms, recording
from kittiwake.assurance.allocation.models import Change
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import not_yours


def write_note(request: ViewerRequest, pk: int) -> HttpResponse:
    change = change_of(request, pk)
    note = {name: getattr(change, name) for name in forms.NoteForm.base_fields}
    form = forms.NoteForm(request.POST or None, initial=note)

    def record() -> Change:
        return recording.write_note(change, **form.values(), by=request.user, at=now())

    return _on_change(request, change, form, record, title="What is handed over")


def introduce(request: ViewerRequest, pk: int) -> HttpResponse:
    change = change_of(request, pk)
    form = forms.IntroductionForm(request.POST or None, initial={"introduced_on": local_date(now())})

    def record() -> Change:
        return recording.introduce(change, **form.values(), by=request.user, at=now())

    return _on_change(request, change, form, record, title="The child met their new worker")


def sign(request: ViewerRequest, pk: int, side: str) -> HttpResponse:
    """By the worker whose side it is; the one before may have gone, and is then signed for with a reason."""
    if side not in (recording.BEFORE, recording.AFTER):
        raise Http404
    change = change_of(request, pk)
    worker = recording.whose_side(change, side)
    is_theirs = worker is not None and worker.user_id == request.user.pk
    if why := recording.why_not_sign(change, side, request.user):
        back = change.get_absolute_url()
        return not_yours(request, "Sign the handover", why, back_url=back, caption=change.child.name)
    form = (forms.SignForm if is_theirs else forms.SignForForm)(request.POST or None)

    def record() -> Change:
        return recording.sign(change, side=side, **form.values(), by=request.user, at=now())

    title = "Sign the handover" if is_theirs else f"Sign the handover for {worker or ''}"
    return _on_change(request, change, form, record, title=title)


def _on_change(
    request: ViewerRequest, change: Change, form: GovForm, record: Callable[[], Change], *, title: str
) -> HttpResponse:
    """One form about a change of worker; back to it when it is recorded."""
    context = {"title": title, "child": change.child, "back": change}
    return carry_out(request, form, record, FORM, context, then=change)
