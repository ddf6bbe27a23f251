"""Pages of the details a carer keeps for the police."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.missing.carer_details import forms, recording
from kittiwake.practice.missing.models import CarerDetails
from kittiwake.record.models import Child, Entry
from kittiwake.ui.pages import page


def keep_carer_details(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    kept = request.viewer.see(CarerDetails).filter(entry__child=child)
    latest = kept.order_by("-entry__happened_at").first()
    start = {name: getattr(latest, name) for name in forms.CarerDetailsForm.base_fields} if latest else None
    form = forms.CarerDetailsForm(request.POST or None, initial=start)

    def keep() -> Entry:
        return recording.keep_carer_details(child, **form.values(), by=request.user, at=now()).entry

    return carry_out(request, form, keep, "missing/keep_carer_details.html", {"child": child})


def carer_details(request: ViewerRequest, pk: int) -> HttpResponse:
    details = request.viewer.open(CarerDetails, pk, "entry__child", "entry__by")
    return page(request, "missing/carer_details.html", {"details": details, "child": details.entry.child})
