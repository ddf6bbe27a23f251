"""Pages of what the law asks about a placement out of our area, and the list of who is placed there."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.placements.form_page import ask, open_move
from kittiwake.practice.placements.out_of_area import forms, recording
from kittiwake.practice.placements.out_of_area.showing import AwayPage
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def away(request: ViewerRequest) -> HttpResponse:
    shown = AwayPage(request.viewer, now())
    request.viewer.listed(shown.child_ids)
    return page(request, "placements/away.html", {"shown": shown})


def approve(request: ViewerRequest, pk: int) -> HttpResponse:
    move, start = open_move(request, pk), {"who": request.user.name, "on": local_date(now())}
    form = forms.ApproveForm(request.POST or None, initial=start)

    def record() -> None:
        recording.approve(move, **form.values(), by=request.user, at=now())

    return ask(request, move, form, record, title="Approve a placement out of our area")


def consult(request: ViewerRequest, pk: int) -> HttpResponse:
    move, form = open_move(request, pk), forms.ConsultForm(request.POST or None)

    def record() -> None:
        recording.consult(move, **form.values(), by=request.user, at=now())

    return ask(request, move, form, record, title="Consult the council they are placed in")


def notify(request: ViewerRequest, pk: int) -> HttpResponse:
    move, form = open_move(request, pk), forms.NotifyForm(request.POST or None)

    def record() -> None:
        recording.notify(move, **form.values(), by=request.user, at=now())

    return ask(request, move, form, record, title="Written notice to the council they are placed in")


def no_notice(request: ViewerRequest, pk: int) -> HttpResponse:
    move, form = open_move(request, pk), forms.NoNoticeForm(request.POST or None)

    def record() -> None:
        recording.say_no_notice(move, **form.values(), by=request.user, at=now())

    return ask(request, move, form, record, title="No notice to the council they are placed in")
