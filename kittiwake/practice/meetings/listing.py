"""Lists of meetings: a child's, a partner's, and context conferences. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.meetings.models import Meeting, Part
from kittiwake.practice.meetings.showing import seen, state
from kittiwake.record.models import Child
from kittiwake.ui.dates import long_moment


def conferences(viewer: Viewer) -> QuerySet[Meeting]:
    """Context conferences: about no child, and for everybody inside."""
    found = Meeting.objects.filter(about_no_child=True)
    return found.none() if viewer.is_outside else found.order_by("-asked_at", "pk")


def conference_items(viewer: Viewer, at: datetime) -> list[dict[str, Any]]:
    return [
        {
            "title": one.about,
            "href": reverse("meetings:conference", args=[one.pk]),
            "hint": when(one),
            "status": state(one, at),
        }
        for one in conferences(viewer)
    ]


def when(meeting: Meeting) -> str:
    if meeting.held_at:
        return f"Held {long_moment(meeting.held_at)}"
    if meeting.planned_at:
        return f"Planned for {long_moment(meeting.planned_at)}"
    return f"Asked for {long_moment(meeting.asked_at)}"


def child_called(viewer: Viewer, known_by: str) -> Child | None:
    """The one child in sight with this number or this name; None where there is none, or more than one."""
    words = " ".join(known_by.split())
    first, _, last = words.partition(" ")
    named = Q(surname__iexact=last) & (Q(forenames__istartswith=first) | Q(called__iexact=first))
    number = Q(identifiers__value__iexact=words, identifiers__ended_on=None)
    found = viewer.children.filter(withdrawn_at=None).filter(named | number if last else number).distinct()
    return found[0] if len(found[:2]) == 1 else None


@dataclass
class MeetingsPage:
    """Every meeting about one child, newest first."""

    child: Child
    viewer: Viewer
    at: datetime

    @cached_property
    def parts(self) -> list[Part]:
        found = seen(self.viewer).standing().filter(child=self.child).select_related("meeting", "entry")
        return sorted(found, key=lambda one: one.meeting.held_at or one.meeting.asked_at, reverse=True)

    @property
    def items(self) -> list[dict[str, Any]]:
        return [item(part, self.at) for part in self.parts]

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD_MEETINGS)


def item(part: Part, at: datetime, *, name: str = "") -> dict[str, Any]:
    """A row for ui/_task_list.html. `name` where the list is of several children."""
    meeting, kind = part.meeting, part.meeting.get_kind_display()
    return {
        "title": f"{name}: {kind.lower()}" if name else kind,
        "href": part.get_absolute_url(),
        "hint": when(meeting),
        "status": state(meeting, at),
    }
