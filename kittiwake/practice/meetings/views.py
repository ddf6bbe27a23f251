"""Pages of a meeting as such. Each is reached from a child's part of it, or, where it is about no child, by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.meetings import forms, listing, recording, showing
from kittiwake.practice.meetings.models import Meeting, Part
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.practice.risk.informing import because_of
from kittiwake.record.models import Child
from kittiwake.ui.pages import page

FORM = "meetings/form.html"


@dataclass
class Opened:
    """The meeting, and where its page is: the child's part, or the conference itself."""

    meeting: Meeting
    url: str
    caption: str


def opened(request: ViewerRequest, pk: int | None, conference_pk: int | None) -> Opened:
    if pk is not None:
        part = request.viewer.open(Part, pk, "entry__by", "entry__child", "meeting")
        return Opened(part.meeting, part.get_absolute_url(), part.child.name)
    meeting = get_object_or_404(listing.conferences(request.viewer), pk=conference_pk)
    return Opened(meeting, reverse("meetings:conference", args=[meeting.pk]), meeting.about)


def asked(request: ViewerRequest, found: Opened, title: str, form: Any, **more: Any) -> HttpResponse:
    context = {"title": title, "caption": found.caption, "back_url": found.url, "form": form, **more}
    return page(request, FORM, context)


def meetings(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    shown = listing.MeetingsPage(child, request.viewer, now())
    return page(request, "meetings/meetings.html", {"shown": shown, "child": child})


def meeting(request: ViewerRequest, pk: int) -> HttpResponse:
    part = request.viewer.open(Part, pk, "entry__by", "entry__struck_out_by", "meeting__closed_by")
    shown = showing.MeetingPage.of(part, request.viewer, now())
    return page(request, "meetings/meeting.html", {"shown": shown, "meeting": shown.meeting, "part": part})


def conferences(request: ViewerRequest) -> HttpResponse:
    items = listing.conference_items(request.viewer, now())
    context = {"items": items, "may_record": request.viewer.may(Power.RECORD_MEETINGS)}
    return page(request, "meetings/conferences.html", context)


def conference(request: ViewerRequest, conference_pk: int) -> HttpResponse:
    found = opened(request, None, conference_pk)
    shown = showing.ConferencePage(found.meeting, request.viewer, now())
    return page(request, "meetings/conference.html", {"shown": shown, "meeting": found.meeting})


def request_meeting(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    cause = because_of(request, child)
    start = {"asked_by": request.user.name, "because_of": cause.pk if cause else ""}
    form = forms.RequestForm(request.POST or None, initial=start)
    if form.is_valid():
        with refusals_on(form):
            made = recording.request_meeting(
                [child], **form.values(), because_of=cause, by=request.user, at=now()
            )
            return redirect(made.parts.get(child=child))
    back = reverse("meetings:meetings", args=[child.pk])
    intro = (
        f"Because of: {cause.summary}" if cause else "You can add other children when you have asked for it."
    )
    found = Opened(Meeting(), back, child.name)
    return asked(request, found, "Ask for a meeting", form, intro=intro)


def request_conference(request: ViewerRequest) -> HttpResponse:
    form = forms.ConferenceForm(request.POST or None, initial={"asked_by": request.user.name})
    if form.is_valid():
        with refusals_on(form):
            made = recording.request_conference(**form.cleaned_data, by=request.user, at=now())
            return redirect("meetings:conference", made.pk)
    found = Opened(Meeting(), reverse("meetings:conferences"), "")
    return asked(request, found, "Ask for a context conference", form)


def plan_meeting(
    request: ViewerRequest, pk: int | None = None, conference_pk: int | None = None
) -> HttpResponse:
    found = opened(request, pk, conference_pk)
    one = found.meeting
    start = {"planned": one.planned_at, "where": one.where, "chair": one.chair}
    form = forms.PlanForm(request.POST or None, initial=start)
    if form.is_valid():
        with refusals_on(form):
            recording.plan_meeting(one, **form.cleaned_data, by=request.user, at=now())
            return redirect(found.url)
    return asked(request, found, "Plan the meeting", form)


def invite(request: ViewerRequest, pk: int | None = None, conference_pk: int | None = None) -> HttpResponse:
    """One at a time: saving brings the same page back."""
    found = opened(request, pk, conference_pk)
    form = forms.InviteForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.invite(found.meeting, **form.cleaned_data, by=request.user, at=now())
            return redirect(request.path)
    shown = showing.CommonPage(found.meeting, request.viewer, now())
    context = {
        "title": "Who is invited",
        "caption": found.caption,
        "back_url": found.url,
        "form": form,
        "shown": shown,
    }
    return page(request, "meetings/invite.html", context)


def answer(
    request: ViewerRequest, attendance_pk: int, pk: int | None = None, conference_pk: int | None = None
) -> HttpResponse:
    found = opened(request, pk, conference_pk)
    attendance = get_object_or_404(found.meeting.attendances, pk=attendance_pk)
    start = {"answer": attendance.answer, "report": attendance.report}
    form = forms.AnswerForm(request.POST or None, initial=start)
    if form.is_valid():
        with refusals_on(form):
            recording.answer(attendance, **form.cleaned_data, by=request.user, at=now())
            return redirect(found.url)
    return asked(request, found, str(attendance), form)


def hold_meeting(
    request: ViewerRequest, pk: int | None = None, conference_pk: int | None = None
) -> HttpResponse:
    found = opened(request, pk, conference_pk)
    one = found.meeting
    planned = one.planned_at if one.planned_at and one.planned_at <= now() else None
    start = {"held": planned, "chair": one.chair or request.user.name, "where": one.where}
    form = forms.HoldForm(
        request.POST or None,
        invited=showing.CommonPage(one, request.viewer, now()).attendances,
        initial=start,
    )
    if form.is_valid():
        with refusals_on(form):
            recording.hold_meeting(one, **form.values(), by=request.user, at=now())
            return redirect(found.url)
    return asked(request, found, "It was held", form)


def agree(request: ViewerRequest, pk: int | None = None, conference_pk: int | None = None) -> HttpResponse:
    found = opened(request, pk, conference_pk)
    form = forms.AgreementForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            parts.agree(found.meeting, **form.cleaned_data, by=request.user, at=now())
            return redirect(found.url)
    return asked(request, found, "Agreed about a place, a group or an adult", form)


def finish_agreement(
    request: ViewerRequest, agreement_pk: int, pk: int | None = None, conference_pk: int | None = None
) -> HttpResponse:
    found = opened(request, pk, conference_pk)
    agreement = get_object_or_404(found.meeting.agreements, pk=agreement_pk)
    form = forms.OutcomeForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            parts.finish_agreement(agreement, **form.cleaned_data, by=request.user, at=now())
            return redirect(found.url)
    return asked(request, found, "It is done", form, intro=agreement.what)


def close_meeting(
    request: ViewerRequest, pk: int | None = None, conference_pk: int | None = None
) -> HttpResponse:
    found = opened(request, pk, conference_pk)
    form = forms.CloseForm(request.POST or None, initial={"version": found.meeting.version})
    if form.is_valid():
        with refusals_on(form):
            version = form.cleaned_data["version"]
            recording.close_meeting(found.meeting, version=version, by=request.user, at=now())
            return redirect(found.url)
    intro = "From then on the record is not changed. Other children’s parts are agreed with it."
    return asked(request, found, "Agree the record", form, intro=intro)


def cancel_meeting(
    request: ViewerRequest, pk: int | None = None, conference_pk: int | None = None
) -> HttpResponse:
    found = opened(request, pk, conference_pk)
    form = forms.CancelForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.cancel_meeting(found.meeting, **form.cleaned_data, by=request.user, at=now())
            return redirect(found.url)
    return asked(request, found, "It will not be held", form)
