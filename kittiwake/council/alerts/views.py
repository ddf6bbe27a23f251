"""Pages of what somebody was told, how they are told, and what could not be delivered."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.council.alerts import recording
from kittiwake.council.alerts.forms import ChoiceForm
from kittiwake.council.alerts.models import Alert, Choice
from kittiwake.council.alerts.showing import ListOfAlerts, Undelivered, alerts_of, messages_undelivered
from kittiwake.outbox import channels
from kittiwake.outbox.models import Message
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page
from kittiwake.ui.paging import Page, by_number


def alerts(request: ViewerRequest) -> HttpResponse:
    rows: Page[Alert] = by_number(request, alerts_of(request.viewer))
    shown = ListOfAlerts(request.viewer, rows.rows)
    response = page(request, "alerts/alerts.html", {"rows": rows, "shown": shown})
    request.viewer.listed(shown.children)
    return response


@require_POST
def read(request: ViewerRequest, pk: int) -> HttpResponse:
    """They have read the list, down from this one."""
    recording.mark_read(by=request.user, at=now(), until=pk)
    return redirect("alerts:alerts")


def choices(request: ViewerRequest) -> HttpResponse:
    chosen = Choice.objects.filter(user=request.user).first() or Choice()
    given = {name: getattr(chosen, name) for name in ChoiceForm.base_fields}
    form = ChoiceForm(request.POST or None, initial=given)

    def record() -> None:
        recording.choose(**form.values(), by=request.user)

    back = reverse("alerts:alerts")
    context = {
        "title": "How you are told",
        "button": "Save",
        "back_url": back,
        "cancel_url": back,
        "address": request.user.email,
        "is_set_up": channels.is_set_up(),
    }
    return carry_out(request, form, record, "alerts/choices.html", context, then=back)


def undelivered(request: ViewerRequest) -> HttpResponse:
    rows: Page[Message] = by_number(request, messages_undelivered(now()))
    shown = Undelivered(rows.rows, now())
    return page(
        request, "alerts/undelivered.html", {"rows": rows, "shown": shown, "is_set_up": channels.is_set_up()}
    )


def try_again(request: ViewerRequest, pk: int) -> HttpResponse:
    message = get_object_or_404(messages_undelivered(now()), pk=pk)
    form = GovForm(request.POST or None)

    def record() -> None:
        recording.try_again(message, at=now())

    says = (
        "It goes with the next that is sent, within a minute or two. What was sent already is not sent again."
    )
    return _confirmed(request, form, record, "Try to send this again?", "Try again", says)


def leave(request: ViewerRequest, pk: int) -> HttpResponse:
    message: Message = get_object_or_404(messages_undelivered(now()), pk=pk)
    form = GovForm(request.POST or None)

    def record() -> None:
        recording.leave(message, at=now())

    says = "It is not sent any more. What it is about stays on their page: tell them yourself to sign in."
    return _confirmed(request, form, record, "Leave this unsent?", "Leave it", says)


def _confirmed(
    request: ViewerRequest, form: GovForm, record: Callable[[], None], title: str, button: str, says: str
) -> HttpResponse:
    back = reverse("alerts:undelivered")
    context = {"title": title, "button": button, "back_url": back, "cancel_url": back, "consequences": [says]}
    return carry_out(request, form, record, "alerts/confirm.html", context, then=back)
