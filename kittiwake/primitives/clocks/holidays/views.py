"""Pages of bank holidays."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.primitives.clocks.holidays import recording
from kittiwake.primitives.clocks.holidays.forms import HolidayForm
from kittiwake.primitives.clocks.holidays.showing import HolidaysPage
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page

INTRO = (
    "Everything that is counted in working days over that day is counted anew, what is done already as well: some minutes "
    "later all of it is right."
)


def holidays(request: ViewerRequest) -> HttpResponse:
    return page(request, "clocks/holidays.html", {"shown": HolidaysPage(local_date(now()))})


def announce(request: ViewerRequest) -> HttpResponse:
    shown = HolidaysPage(local_date(now()))
    form = HolidayForm(request.POST or None, initial={"version": len(shown.said)})

    def record() -> None:
        recording.announce(**form.facts(), by=request.user, at=now())

    back = reverse("clocks:holidays")
    context = {
        "title": "Put a bank holiday right",
        "button": "Save",
        "intro": INTRO,
        "back_url": back,
        "cancel_url": back,
    }
    return carry_out(request, form, record, "ui/form_page.html", context, then=back)
