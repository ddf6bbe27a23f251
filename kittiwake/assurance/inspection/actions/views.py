"""Pages of what is done about a concern."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.people import offer, who_may
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection.actions import forms, recording
from kittiwake.assurance.inspection.models import Concern, ConcernAction
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import not_yours

FORM = "inspection/form.html"


def _action(pk: int) -> ConcernAction:
    return get_object_or_404(ConcernAction.objects.select_related("concern", "owner"), pk=pk)


def raise_action(request: ViewerRequest, pk: int) -> HttpResponse:
    concern = get_object_or_404(Concern, pk=pk)
    form = forms.ActionForm(request.POST or None)
    offer(form, "owner", who_may(Power.RECORD_INSPECTIONS, day=local_date(now())))
    return carry_out(
        request,
        form,
        lambda: recording.raise_action(concern, **form.values(), by=request.user, at=now()),
        FORM,
        {"title": "Do something about it", "concern": concern},
        then=concern,
    )


def finish_action(request: ViewerRequest, pk: int) -> HttpResponse:
    action = _action(pk)
    if action.owner.user_id != request.user.pk:
        back = action.concern.get_absolute_url()
        return not_yours(request, "It is done", recording.NOT_THEIRS, back_url=back, caption=action.what)
    form = forms.FinishForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.finish(action, outcome=form.cleaned_data["outcome"], by=request.user, at=now()),
        FORM,
        {"title": "It is done", "caption": action.what, "concern": action.concern},
        then=action.concern,
    )


def drop_action(request: ViewerRequest, pk: int) -> HttpResponse:
    action = _action(pk)
    form = forms.DropForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.drop(action, why=form.cleaned_data["why"], by=request.user, at=now()),
        FORM,
        {"title": "It will not be done", "caption": action.what, "concern": action.concern},
        then=action.concern,
    )
