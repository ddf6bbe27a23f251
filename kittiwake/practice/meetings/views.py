"""Pages of meetings. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.meetings import forms, recording
from kittiwake.practice.meetings.lookup import Place, carry_out_at, find_meeting, usual_url
from kittiwake.practice.meetings.models import Part
from kittiwake.practice.meetings.parts.showing import MeetingPage
from kittiwake.practice.meetings.showing import CommonPage, MeetingsPage
from kittiwake.practice.risk.informing import because_of
from kittiwake.record.models import Child
from kittiwake.ui.pages import page


def meetings(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    shown = MeetingsPage(child, request.viewer, now())
    return page(request, "meetings/meetings.html", {"shown": shown, "child": child})


def meeting(request: ViewerRequest, pk: int) -> HttpResponse:
    part = request.viewer.open(Part, pk, "entry__by", "entry__struck_out_by", "meeting__closed_by")
    shown = MeetingPage.of(part, request.viewer, now())
    return page(request, "meetings/meeting.html", {"shown": shown, "meeting": shown.meeting, "part": part})


def request_meeting(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    cause = because_of(request, child)
    start = {"asked_by": request.user.name, "because_of": cause.pk if cause else ""}
    form = forms.RequestForm(request.POST or None, initial=start)
    intro = (
        f"Because of: {cause.summary}" if cause else "You can add other children when you have asked for it."
    )

    def record() -> Part:
        meeting = recording.request_meeting(
            [child], **form.values(), because_of=cause, by=request.user, at=now()
        )
        return meeting.parts.get(child=child)

    place = Place(reverse("meetings:meetings", args=[child.pk]), child.name)
    return carry_out_at(place, request, form, record, "Ask for a meeting", intro=intro, goes_on=True)


def plan_meeting(
    request: ViewerRequest, pk: int | None = None, conference_pk: int | None = None
) -> HttpResponse:
    opened = find_meeting(request, pk, conference_pk)
    meeting = opened.meeting
    start = {"planned": meeting.planned_at, "where": meeting.where, "chair": meeting.chair}
    form = forms.PlanForm(request.POST or None, initial=start)

    def record() -> None:
        recording.plan_meeting(meeting, **form.values(), by=request.user, at=now())

    return carry_out_at(opened, request, form, record, "Plan the meeting")


def invite(request: ViewerRequest, pk: int | None = None, conference_pk: int | None = None) -> HttpResponse:
    """One at a time: saving brings the same page back."""
    opened = find_meeting(request, pk, conference_pk)
    form = forms.InviteForm(request.POST or None)
    context = {
        "title": "Who is invited",
        "caption": opened.caption,
        "back_url": opened.url,
        "shown": CommonPage(opened.meeting, request.viewer, now()),
        "usual_url": usual_url(pk, conference_pk),
    }
    return carry_out(
        request,
        form,
        lambda: recording.invite(
            opened.meeting,
            agency=form.cleaned_data["agency"],
            name=form.cleaned_data["name"],
            role=form.cleaned_data["role"],
            by=request.user,
            at=now(),
        ),
        "meetings/invite.html",
        context,
        then=request.path,
    )


def answer(
    request: ViewerRequest, attendance_pk: int, pk: int | None = None, conference_pk: int | None = None
) -> HttpResponse:
    opened = find_meeting(request, pk, conference_pk)
    attendance = get_object_or_404(opened.meeting.attendances, pk=attendance_pk)
    start = {"answer": attendance.answer, "report": attendance.report}
    form = forms.AnswerForm(request.POST or None, initial=start)

    def record() -> None:
        recording.answer(
            attendance,
            answer=form.cleaned_data["answer"],
            report=form.cleaned_data["report"],
            by=request.user,
            at=now(),
        )

    return carry_out_at(opened, request, form, record, str(attendance))


def hold_meeting(
    request: ViewerRequest, pk: int | None = None, conference_pk: int | None = None
) -> HttpResponse:
    opened = find_meeting(request, pk, conference_pk)
    meeting = opened.meeting
    planned_at = meeting.planned_at if meeting.planned_at and meeting.planned_at <= now() else None
    start = {"held": planned_at, "chair": meeting.chair or request.user.name, "where": meeting.where}
    invited = CommonPage(meeting, request.viewer, now()).attendances
    form = forms.HoldForm(request.POST or None, invited=invited, initial=start)

    def record() -> None:
        recording.hold_meeting(meeting, **form.values(), by=request.user, at=now())

    return carry_out_at(opened, request, form, record, "It was held")


def close_meeting(
    request: ViewerRequest, pk: int | None = None, conference_pk: int | None = None
) -> HttpResponse:
    opened = find_meeting(request, pk, conference_pk)
    form = forms.CloseForm(request.POST or None, initial={"version": opened.meeting.version})

    def record() -> None:
        version = form.cleaned_data["version"]
        recording.close_meeting(opened.meeting, version=version, by=request.user, at=now())

    intro = "From then on the record is not changed. Other children’s parts are agreed with it."
    return carry_out_at(opened, request, form, record, "Agree the record", intro=intro)


def cancel_meeting(
    request: ViewerRequest, pk: int | None = None, conference_pk: int | None = None
) -> HttpResponse:
    opened = find_meeting(request, pk, conference_pk)
    form = forms.CancelForm(request.POST or None)

    def record() -> None:
        recording.cancel_meeting(
            opened.meeting, reason=form.cleaned_data["reason"], by=request.user, at=now()
        )

    return carry_out_at(opened, request, form, record, "It will not be held")
