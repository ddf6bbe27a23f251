"""Pages of a list of staff: the file, what it would do, recording it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.exchange.models import StaffList
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.unreadable import UnreadableFile
from kittiwake.exchange.staff import recording
from kittiwake.exchange.staff.forms import StaffFileForm
from kittiwake.exchange.staff.showing import ListOfLists, StaffPage
from kittiwake.history.refusal import Refused
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page

SHOWN = 20


def staff_lists(request: ViewerRequest) -> HttpResponse:
    """Its reader's own, and the form to send another."""
    form = StaffFileForm(request.POST or None, request.FILES or None)

    def read() -> StaffList:
        file = form.cleaned_data["file"]
        try:
            return recording.read(open_source(file.read(), file.name), by=request.user, at=now())
        except UnreadableFile as unreadable:
            raise Refused(unreadable.sentence, field="file") from unreadable

    mine = StaffList.objects.filter(user=request.user).order_by("-pk")[:SHOWN]
    context = {
        "title": "People from a spreadsheet",
        "button": "Read the file",
        "shown": ListOfLists(list(mine)),
    }
    return carry_out(request, form, read, "exchange/staff/lists.html", context)


def staff_list(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = StaffPage(_mine(request, pk), now())
    return page(request, "exchange/staff/list.html", {"staff": shown.staff, "shown": shown})


def record_staff(request: ViewerRequest, pk: int) -> HttpResponse:
    staff, form = _mine(request, pk), GovForm(request.POST or None)

    def record() -> None:
        recording.record(staff, by=request.user, at=now())

    context = _about(staff, "Record what this list says?", "Record it") | {
        "consequences": [
            "All of it that can be recorded is, or nothing. Nobody who is not in the list is changed or closed.",
            "Whoever is added needs a link to choose a password with, unless the council has single sign-on.",
        ]
    }
    return carry_out(request, form, record, "ui/confirm.html", context, then=staff)


def discard_staff(request: ViewerRequest, pk: int) -> HttpResponse:
    staff, form = _mine(request, pk), GovForm(request.POST or None)

    def discard() -> None:
        recording.discard(staff, by=request.user, at=now())

    context = _about(staff, "Discard this list?", "Discard it")
    context["consequences"] = ["Nothing was recorded. What the file said is forgotten."]
    return carry_out(request, form, discard, "ui/confirm.html", context, then="exchange:staff_lists")


def _mine(request: ViewerRequest, pk: int) -> StaffList:
    return get_object_or_404(StaffList.objects.select_related("user"), pk=pk, user=request.user)


def _about(staff: StaffList, title: str, button: str) -> dict[str, object]:
    back = staff.get_absolute_url()
    return {"title": title, "button": button, "caption": staff.name, "back_url": back, "cancel_url": back}
