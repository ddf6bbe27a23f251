"""A goal as its pages show it. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.practice.direct_work.goals import rules
from kittiwake.practice.direct_work.models import Goal, Scaling
from kittiwake.queries.kept import kept
from kittiwake.record.models import Child
from kittiwake.ui.dates import short_date


@dataclass
class GoalShown:
    """A goal with its numbers, drawn and in a table: the drawing says nothing that the table does not."""

    goal: Goal

    @cached_property
    def scalings(self) -> list[Scaling]:
        return sorted(self.goal.scalings.all(), key=lambda scaling: (scaling.on, scaling.pk))

    @cached_property
    def own(self) -> list[Scaling]:
        """What the child chose; what a worker guessed stands in the table alone."""
        return [scaling for scaling in self.scalings if scaling.by_child]

    @property
    def points(self) -> list[rules.Point]:
        return rules.drawn([(scaling.on, scaling.score) for scaling in self.own])

    @property
    def line(self) -> str:
        return " ".join(f"{point.x},{point.y}" for point in self.points)

    @property
    def grid(self) -> list[tuple[int, int]]:
        return [
            (score, rules.TOP + rules.HEIGHT - score * rules.HEIGHT // rules.HIGHEST) for score in (0, 5, 10)
        ]

    @property
    def said(self) -> str:
        return rules.movement([scaling.score for scaling in self.own])

    @property
    def columns(self) -> list[dict[str, Any]]:
        return [{"text": "Day"}, {"text": "Number", "is_number": True}, {"text": "Chosen by"}]

    @property
    def rows(self) -> list[list[str]]:
        return [
            [short_date(scaling.on), str(scaling.score), "The child" if scaling.by_child else "Their worker"]
            for scaling in self.scalings
        ]


def goals_of(viewer: Viewer, child: Child, *, ended: bool = False) -> list[GoalShown]:
    return [GoalShown(goal) for goal in _goals(viewer, child, ended)]


@kept
def _goals(viewer: Viewer, child: Child, ended: bool) -> QuerySet[Goal]:
    goals = viewer.see(Goal).standing().filter(child=child, ended_on__isnull=not ended)
    return goals.select_related("entry").prefetch_related("scalings").order_by("set_on", "pk")
