"""Pages of what shows how a concern stands."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.concerns.standing import is_owner
from kittiwake.assurance.inspection.evidence import forms, recording
from kittiwake.assurance.inspection.models import Concern, Evidence
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Entry
from kittiwake.ui.pages import not_yours

FORM = "inspection/form.html"
NOT_FOUND = "No entry that you may see has this number. Check it on the page of the entry."


def put_in_evidence(request: ViewerRequest, pk: int) -> HttpResponse:
    concern = get_object_or_404(Concern, pk=pk)
    actions = concern.actions.filter(dropped_at=None).order_by("due_on", "pk")
    form = forms.EvidenceForm(request.POST or None, actions=actions)

    def record() -> None:
        facts = form.values()
        if facts["kind"] == rules.ENTRY:
            facts["entry"] = _entry(request, form.entry_key)
        recording.put_in(concern, **facts, by=request.user, at=now())

    return carry_out(
        request, form, record, FORM, {"title": "Put in evidence", "concern": concern}, then=concern
    )


def _entry(request: ViewerRequest, key: int | None) -> Entry:
    """Through the viewer, and the reading is logged: its child is opened by it."""
    entry = request.viewer.see(Entry).filter(pk=key or 0).first()
    if entry is None:
        raise Refused(NOT_FOUND, field="entry")
    request.viewer.read(entry)
    return entry


def set_evidence_aside(request: ViewerRequest, pk: int) -> HttpResponse:
    rows = Evidence.objects.select_related("concern__owner", "by")
    evidence = get_object_or_404(rows, pk=pk)
    if is_owner(evidence.concern, request.user):
        words = "You own this concern or one of its actions. Somebody else sets evidence aside."
        back = evidence.concern.get_absolute_url()
        return not_yours(request, "Set evidence aside", words, back_url=back, caption=evidence.concern.words)
    form = forms.SetAsideForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.set_aside(evidence, why=form.cleaned_data["why"], by=request.user, at=now()),
        FORM,
        {"title": "Set evidence aside", "concern": evidence.concern},
        then=evidence.concern,
    )
