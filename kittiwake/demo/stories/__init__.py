"""The planted stories, with dates that count back from now. Each is told in the tour; each file tells those of one part."""

from __future__ import annotations

from datetime import datetime

from kittiwake.demo.people import Council
from kittiwake.demo.stories import (
    a_panel,
    auditing,
    changing_hands,
    first_year,
    growing_up,
    judging,
    planning,
    supervising,
    the_loop,
)
from kittiwake.record.models import Child


def make_stories(council: Council, at: datetime) -> Child:
    """Returns Ash, whom the loop is about."""
    ash = the_loop.make(council, at)
    a_panel.make(council, at)
    growing_up.make(council, at)
    changing_hands.make(council, at)
    judging.make(council, at)
    planning.make(council, at)
    first_year.make(council, at)
    supervising.make(council, at)
    auditing.make(council, at)
    return ash
