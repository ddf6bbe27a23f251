"""Decisions that wait for one person and are nobody's broken link: with how many they are, and where they are made. Reads only."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.access.waits import Waits
from kittiwake.areas.area import declared
from kittiwake.queries.together import together
from kittiwake.ui.components import TextLink
from kittiwake.ui.dates import counted


def decisions(viewer: Viewer, at: datetime) -> list[TextLink]:
    theirs = [waits for waits in declared(Waits) if viewer.may(waits.power)]
    counts = together(*(partial(waits.count, viewer, at) for waits in theirs))
    return [
        TextLink(counted(number, waits.one, waits.many), reverse(waits.page))
        for waits, number in zip(theirs, counts, strict=True)
        if number
    ]
