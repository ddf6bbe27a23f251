"""What a page of meetings is about, found through the viewer, and the form that most of its pages show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q
from django.forms.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import Viewer, ViewerRequest
from kittiwake.practice.meetings.conferences.showing import conferences
from kittiwake.practice.meetings.models import Meeting, Part
from kittiwake.record.models import Child

FORM = "meetings/form.html"


@dataclass(frozen=True)
class Place:
    """Where a form was opened from, and is left for: the child's part, the conference itself, or a list."""

    url: str
    caption: str


@dataclass(frozen=True)
class Opened(Place):
    meeting: Meeting


def find_part(request: ViewerRequest, pk: int) -> Part:
    return request.viewer.open(Part, pk, "entry__by", "entry__child", "meeting")


def place_of(part: Part) -> Place:
    return Place(part.get_absolute_url(), part.child.name)


def find_meeting(request: ViewerRequest, pk: int | None, conference_pk: int | None) -> Opened:
    """By a child's part of it, or the conference itself."""
    if pk is not None:
        part = find_part(request, pk)
        return Opened(part.get_absolute_url(), part.child.name, part.meeting)
    meeting = get_object_or_404(conferences(request.viewer), pk=conference_pk)
    return Opened(reverse("meetings:conference", args=[meeting.pk]), meeting.about, meeting)


def usual_url(pk: int | None, conference_pk: int | None) -> str:
    """Where all who usually come are invited, of the same meeting."""
    if pk is not None:
        return reverse("meetings:invite_usual", args=[pk])
    return reverse("meetings:invite_usual_conference", args=[conference_pk])


def find_child(viewer: Viewer, known_by: str) -> Child | None:
    """The one child in sight with this number or this name; None where there is none, or more than one."""
    words = " ".join(known_by.split())
    first, _, last = words.partition(" ")
    named = Q(surname__iexact=last) & (Q(forenames__istartswith=first) | Q(called__iexact=first))
    number = Q(identifiers__value__iexact=words, identifiers__ended_on=None)
    children = viewer.children.filter(withdrawn_at=None).filter(named | number if last else number).distinct()
    return children[0] if len(children[:2]) == 1 else None


def carry_out_at(
    place: Place,
    request: ViewerRequest,
    form: BaseForm,
    record: Callable[[], object],
    title: str,
    *,
    intro: str = "",
    goes_on: bool = False,
) -> HttpResponse:
    """One form, from where it was opened back to there. `goes_on`: to what was recorded instead."""
    context = {"title": title, "caption": place.caption, "back_url": place.url, "intro": intro}
    return carry_out(request, form, record, FORM, context, then=None if goes_on else place.url)
