"""What has been late for long, to deal with in one go."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.people import who_may
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.desk import recording
from kittiwake.desk.late_work.forms import HAND_OVER, LateWorkForm
from kittiwake.desk.my_work.showing import MyWork
from kittiwake.history.refusal import refusals_on
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks.models import Clock
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def late_work(request: ViewerRequest) -> HttpResponse:
    """What has been late for long, to say why, put off or hand over in one go."""
    late = MyWork(request.viewer, now()).long_late
    owners = who_may(Power.RECORD_MEETINGS, day=local_date(now()), without_sign_in=True)
    form = LateWorkForm(request.POST or None, late=late, workers=owners)
    if form.is_valid():
        with refusals_on(form):
            _deal_with(request, form, now())
            messages.success(request, "Recorded.")
            return redirect("desk:my_work")
    request.viewer.listed({item.child.pk for item in late})
    return page(request, "desk/late_work.html", {"form": form, "late": late})


def _deal_with(request: ViewerRequest, form: LateWorkForm, at: datetime) -> None:
    answers, viewer = form.cleaned_data, request.viewer
    actions = list(viewer.see(Action).open().filter(pk__in=form.chosen("action-")).select_related("entry"))
    if answers["do"] == HAND_OVER:
        recording.hand_over(actions_=actions, owner=answers["owner"], by=request.user, at=at)
        return
    clocks = list(viewer.see(Clock).running().filter(pk__in=form.chosen("clock-")).select_related("entry"))
    said = {"why": answers["why"], "by_on": answers["by_on"]}
    recording.promise(clocks=clocks, actions_=actions, **said, by=request.user, at=at)
