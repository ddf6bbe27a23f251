"""Pages of who usually comes."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.meetings.lookup import find_meeting
from kittiwake.practice.meetings.models import UsualMember
from kittiwake.practice.meetings.showing import CommonPage
from kittiwake.practice.meetings.usual import recording
from kittiwake.practice.meetings.usual.forms import UsualMemberForm
from kittiwake.practice.meetings.usual.showing import UsualMembersPage
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page


def usual_members(request: ViewerRequest) -> HttpResponse:
    shown = UsualMembersPage(local_date(now()))
    return page(request, "meetings/usual_members.html", {"shown": shown})


def add_usual_member(request: ViewerRequest) -> HttpResponse:
    form, back = UsualMemberForm(request.POST or None), reverse("meetings:usual_members")

    def record() -> None:
        recording.add_usual_member(**form.values(), by=request.user, at=now())

    context = {"title": "Who usually comes", "button": "Add", "back_url": back, "cancel_url": back}
    context["intro"] = "Being on this list opens nothing, and invites nobody by itself."
    return carry_out(request, form, record, "ui/form_page.html", context, then=back)


def end_usual_member(request: ViewerRequest, pk: int) -> HttpResponse:
    member = get_object_or_404(UsualMember, pk=pk, ends_on=None)
    form, back = GovForm(request.POST or None), reverse("meetings:usual_members")

    def record() -> None:
        recording.end_usual_member(member, by=request.user, at=now())

    consequences = ["From today on they are not proposed.", "What they are invited to stays as it is."]
    title = f"Take {member.name} off the list?"
    context = {"title": title, "button": "Take them off the list", "consequences": consequences}
    context |= {"back_url": back, "cancel_url": back}
    return carry_out(request, form, record, "ui/confirm.html", context, then=back)


def invite_usual(
    request: ViewerRequest, pk: int | None = None, conference_pk: int | None = None
) -> HttpResponse:
    opened = find_meeting(request, pk, conference_pk)
    form = GovForm(request.POST or None)
    shown = CommonPage(opened.meeting, request.viewer, now())

    def record() -> None:
        recording.invite_usual_members(opened.meeting, by=request.user, at=now())

    people = [str(member) for member in shown.usual_members] or ["Nobody: all are invited already."]
    context = {"title": "Invite everybody who usually comes?", "caption": opened.caption}
    context |= {"button": "Invite them", "back_url": opened.url, "cancel_url": opened.url}
    return carry_out(
        request, form, record, "ui/confirm.html", {**context, "consequences": people}, then=opened.url
    )
