"""The planted stories, with dates that count back from now. Each is told in the tour; each file tells those of one part."""

from __future__ import annotations

from datetime import datetime

from kittiwake.demo.people import Council
from kittiwake.demo.stories import a_panel, auditing, growing_up, judging, planning, the_loop
from kittiwake.record.models import Child


def make_stories(council: Council, at: datetime) -> Child:
    """Returns Ash, whom the loop is about."""
    a_panel.make(council, at)
    growing_up.make(council, at)
    judging.make(council, at)
    planning.make(council, at)
    ash = the_loop.make(council, at)
    auditing.make(council, at)
    return ash
