"""What a child's page shows of their times missing, and of what came of each return. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.desk.showing_of_loops import Loop, loops_of
from kittiwake.desk.year import Year
from kittiwake.practice.missing import settings
from kittiwake.practice.missing.models import Episode
from kittiwake.record.models import Child

LATEST = 5
LOOPS = 3  # drawn on the page


@dataclass
class TimesMissing:
    child: Child
    viewer: Viewer
    at: datetime

    @cached_property
    def episodes(self) -> list[Episode]:
        if not self.viewer.may(Power.SEE_MISSING):
            return []
        found = self.viewer.see(Episode).standing().filter(child=self.child)
        return list(found.select_related("entry").order_by("-reported_at"))

    @property
    def latest(self) -> list[Episode]:
        return self.episodes[:LATEST]

    @cached_property
    def loops(self) -> list[Loop]:
        """Of their newest return, and of those before that are not closed."""
        back = [one for one in self.episodes[: LATEST * 2] if one.returned_at]
        for one in back:
            one.child = self.child
        made = loops_of(self.viewer, back, self.at)
        return [loop for place, loop in enumerate(made) if not place or not loop.is_closed][:LOOPS]

    @cached_property
    def picture(self) -> Year:
        """Their last twelve months."""
        return Year(self.child, self.viewer, self.at, self.episodes)

    @property
    def pattern(self) -> dict[str, str] | None:
        """Whether they go missing again and again."""
        found = settings.pattern([one.started_at for one in self.episodes], self.at)
        return {"text": found[0], "colour": found[1]} if found else None

    @property
    def year(self) -> int:
        return sum(one.started_at >= self.at - timedelta(days=365) for one in self.episodes)
