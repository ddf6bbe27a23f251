"""Context conferences, listed and one by one. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.practice.meetings.models import Meeting
from kittiwake.practice.meetings.showing import CommonPage, state, when
from kittiwake.ui.components import Task


@dataclass
class ConferencePage(CommonPage):
    @property
    def title(self) -> str:
        return str(self.meeting)


def conferences(viewer: Viewer) -> QuerySet[Meeting]:
    """About no child, and for everybody inside."""
    conferences = Meeting.objects.filter(about_no_child=True)
    return conferences.none() if viewer.is_outside else conferences.order_by("-asked_at", "pk")


def conference_tasks(viewer: Viewer, at: datetime) -> list[Task]:
    return [
        Task(
            meeting.about,
            reverse("meetings:conference", args=[meeting.pk]),
            when(meeting),
            state(meeting, at),
        )
        for meeting in conferences(viewer)
    ]
