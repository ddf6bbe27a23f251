"""Pages of the rota."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.council.on_call import recording
from kittiwake.council.on_call.forms import ShiftForm
from kittiwake.council.on_call.models import Shift
from kittiwake.council.on_call.queries import can_be_on_call
from kittiwake.council.on_call.showing import DAYS, Rota
from kittiwake.ui.dates import weekday_moment
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page


def rota(request: ViewerRequest) -> HttpResponse:
    shown = Rota(now(), request.viewer.may(Power.OVERSEE))
    return page(request, "on_call/rota.html", {"shown": shown, "days": DAYS})


def put_on_call(request: ViewerRequest) -> HttpResponse:
    form = ShiftForm(request.POST or None, people=can_be_on_call(now()))

    def record() -> None:
        recording.put_on_call(**form.values(), by=request.user, at=now())

    back = reverse("on_call:rota")
    context = {
        "title": "Put somebody on call",
        "button": "Put them on call",
        "back_url": back,
        "cancel_url": back,
    }
    context["intro"] = (
        "They are told at once of what cannot wait, whatever the hour. It opens no child’s record to them."
    )
    return carry_out(request, form, record, "on_call/form.html", context, then=back)


def take_off(request: ViewerRequest, pk: int) -> HttpResponse:
    shift = get_object_or_404(Shift.objects.select_related("user").filter(ends_at__gt=now()), pk=pk)
    form, back = GovForm(request.POST or None), reverse("on_call:rota")

    def record() -> None:
        recording.take_off_call(shift, by=request.user, at=now())

    context = {
        "title": f"Take {shift.user.name} off call?",
        "button": "Take them off call",
        "back_url": back,
        "cancel_url": back,
        "consequences": [
            f"{weekday_moment(shift.starts_at)} to {weekday_moment(shift.ends_at)}. It ends now."
        ],
    }
    return carry_out(request, form, record, "on_call/confirm.html", context, then=back)
