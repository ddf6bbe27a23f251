"""A return interview before a manager: what the child said. It is decided where its quality is marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.practice.return_interviews.showing import InterviewPage
from kittiwake.primitives.oversight.overseen import Overseen
from kittiwake.record.models import Entry


def facts(entry: Entry, viewer: Viewer, at: datetime) -> dict[str, Any]:
    interview = ReturnInterview.objects.select_related("child", "entry").get(pk=entry.pk)
    return {"interview": InterviewPage(interview, viewer, at)}


def earlier(entry: Entry) -> Iterator[int]:
    interview = ReturnInterview.objects.get(pk=entry.pk)
    versions = interview.all_versions().filter(number__lt=interview.number)
    yield from versions.order_by("-number").values_list("pk", flat=True)


OVERSEEN = [
    Overseen(
        ("return_interviews.interview",),
        "return_interviews/_overseen.html",
        facts,
        earlier,
        ("return_interviews:check", Power.LEAD),
    )
]
