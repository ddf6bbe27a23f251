"""The returns of a team, or of all the viewer may see: their loops added up step by step, and those not closed. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.practice.loop.showing import Loop, Tally, added_up, loops_of
from kittiwake.practice.missing.models import Episode
from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.record.holders import NO_TEAM, holders_of
from kittiwake.ui.dates import counted

DAYS = 90
PAGE_SIZE = 20


def returned_since(viewer: Viewer, at: datetime, days: int = DAYS) -> list[Episode]:
    return _returned(viewer, at - timedelta(days=days))


def returned_of(viewer: Viewer, at: datetime, children: list[int]) -> list[Episode]:
    return _returned_of(viewer, at - timedelta(days=DAYS), children)


@kept
def _returned(viewer: Viewer, since: datetime) -> QuerySet[Episode]:
    return _newest_first(viewer, since)


@kept
def _returned_of(viewer: Viewer, since: datetime, children: list[int]) -> QuerySet[Episode]:
    return _newest_first(viewer, since).filter(Among("child_id", children))


def _newest_first(viewer: Viewer, since: datetime) -> QuerySet[Episode]:
    episodes = viewer.see(Episode).returned().filter(returned_at__gte=since)
    return episodes.select_related("child", "entry").order_by("-returned_at", "pk")


@dataclass
class Returns:
    viewer: Viewer
    at: datetime
    team: str = ""
    days: int = DAYS

    @cached_property
    def _every(self) -> list[Loop]:
        return loops_of(self.viewer, returned_since(self.viewer, self.at, self.days), self.at)

    @cached_property
    def _team_of(self) -> dict[int, tuple[str, str]]:
        return holders_of({loop.child.pk for loop in self._every}, self.at)

    def _team(self, loop: Loop) -> str:
        return self._team_of.get(loop.child.pk, (NO_TEAM, ""))[0]

    @property
    def teams(self) -> list[str]:
        return sorted({self._team(loop) for loop in self._every} | ({self.team} - {""}))

    @cached_property
    def loops(self) -> list[Loop]:
        return [loop for loop in self._every if not self.team or self._team(loop) == self.team]

    @cached_property
    def tallies(self) -> list[Tally]:
        return added_up(self.loops)

    @property
    def child_ids(self) -> list[int]:
        """Added up, it names nobody."""
        return []

    @property
    def caption(self) -> str:
        return f"{self.team or 'All teams'}: {counted(len(self.loops), 'return')}, step by step"

    @property
    def columns(self) -> list[dict[str, Any]]:
        states = ("Done", "Open", "Broken", "Not yet", "Will not be")
        return [{"text": "Step"}, *({"text": state, "is_number": True} for state in states)]

    @property
    def rows(self) -> list[list[Any]]:
        return [[tally.title, *tally.cells] for tally in self.tallies]

    @cached_property
    def open(self) -> list[Loop]:
        """Not closed: whom nobody has listened to and there is still time, then what is broken; the newest first."""
        left = [loop for loop in self.loops if not loop.is_closed]
        return sorted(left, key=lambda loop: loop.place)
