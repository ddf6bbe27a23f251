"""Who has taken notice of an episode, as its page shows it. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.practice.missing import settings
from kittiwake.practice.missing.escalation import rules
from kittiwake.practice.missing.models import Acknowledgement, Episode
from kittiwake.practice.missing.rules import HIGH
from kittiwake.ui.components import Status, Task
from kittiwake.ui.dates import duration, long_moment

DONE = Status("Done")
WAITING = Status("Waiting", "red")


@dataclass
class Escalation:
    """The levels reached so far and who took notice at each. `ended_at`: it is over since then, and is escalated no more."""

    episode: Episode
    viewer: Viewer
    ended_at: datetime | None
    at: datetime

    @cached_property
    def tasks(self) -> list[Task]:
        reached = rules.levels_reached(self._levels, self.episode.started_at, self.ended_at, self.at)
        return [self._task(level) for level in reached]

    @cached_property
    def following(self) -> tuple[rules.EscalationLevel, datetime] | None:
        if self.ended_at is not None:
            return None
        return rules.next_level(self._levels, self.episode.started_at, self.at)

    @cached_property
    def _levels(self) -> list[rules.EscalationLevel]:
        is_high = self.episode.grades.filter(level=HIGH, since_at__lte=self.at).exists()
        return settings.escalation_levels(self.episode.started_at, is_high=is_high)

    @cached_property
    def _acknowledged(self) -> dict[str, Acknowledgement]:
        return {
            acknowledgement.level: acknowledgement
            for acknowledgement in self.episode.acknowledgements.select_related("by")
        }

    def _task(self, level: rules.EscalationLevel) -> Task:
        title = f"Open for {duration(level.after)}: {level.who.lower()}"
        if done := self._acknowledged.get(level.key):
            return Task(title, hint=f"{done.by}, {long_moment(done.at)}: {done.words}", status=DONE)
        is_mine = not rules.why_not_acknowledge(level, self.viewer.user.role)
        url = reverse("missing:acknowledge", args=[self.episode.pk, level.key]) if is_mine else ""
        return Task(title, url, status=WAITING)
