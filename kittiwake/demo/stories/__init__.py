"""The planted stories, with dates that count back from now. Each is told in the tour; each file tells those of one part."""

from __future__ import annotations

from datetime import datetime

from kittiwake.demo.people import Council
from kittiwake.demo.stories import judging, the_loop
from kittiwake.record.models import Child


def make_stories(council: Council, at: datetime) -> Child:
    """Returns Ash, whom the loop is about."""
    judging.make(council, at)
    return the_loop.make(council, at)
