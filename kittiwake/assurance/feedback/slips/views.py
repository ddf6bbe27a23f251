"""Codes on paper, for a team to give out. Made by the button, and on the paper alone: no address shows them again."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.feedback import queries
from kittiwake.assurance.feedback.forms import SlipsForm
from kittiwake.assurance.feedback.slips import recording
from kittiwake.assurance.feedback.slips.paper import printed
from kittiwake.record.models import Team
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import choose_from

INTRO = "A page of slips to cut up. Who is given which is written down nowhere: give them out in no order, and do not keep a list."


def print_slips(request: ViewerRequest, pk: int) -> HttpResponse:
    round_ = get_object_or_404(queries.seen(request.viewer), pk=pk)
    form = SlipsForm(request.POST or None)
    choose_from(form, "team", Team.objects.on(local_date(now())).exclude(kind__in=("partner", "service")))
    made: list[str] = []

    def record() -> None:
        made.extend(recording.make(round_, **form.values(), by=request.user, at=now()))

    back = round_.get_absolute_url()
    context = {
        "title": "Print codes on paper",
        "caption": str(round_),
        "intro": INTRO,
        "button": "Print them",
        "back_url": back,
        "cancel_url": back,
    }
    answer = carry_out(request, form, record, "ui/form_page.html", context, then=back)
    if not made:
        return answer
    return printed(round_, made, request.build_absolute_uri(reverse("feedback:enter")))
