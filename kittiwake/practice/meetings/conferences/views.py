"""Pages of context conferences. What is done to one is done on the pages of a meeting."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.practice.meetings.conferences import recording
from kittiwake.practice.meetings.conferences.forms import ConferenceForm
from kittiwake.practice.meetings.conferences.showing import ConferencePage, conference_tasks
from kittiwake.practice.meetings.lookup import Place, carry_out_at, find_meeting
from kittiwake.ui.pages import page


def conferences(request: ViewerRequest) -> HttpResponse:
    items = conference_tasks(request.viewer, now())
    context = {"items": items, "may_record": request.viewer.may(Power.RECORD_MEETINGS)}
    return page(request, "meetings/conferences.html", context)


def conference(request: ViewerRequest, conference_pk: int) -> HttpResponse:
    meeting = find_meeting(request, None, conference_pk).meeting
    shown = ConferencePage(meeting, request.viewer, now())
    return page(request, "meetings/conference.html", {"shown": shown, "meeting": meeting})


def request_conference(request: ViewerRequest) -> HttpResponse:
    form = ConferenceForm(request.POST or None, initial={"asked_by": request.user.name})

    def record() -> str:
        meeting = recording.request_conference(**form.values(), by=request.user, at=now())
        return reverse("meetings:conference", args=[meeting.pk])

    place = Place(reverse("meetings:conferences"), "")
    return carry_out_at(place, request, form, record, "Ask for a context conference", goes_on=True)
