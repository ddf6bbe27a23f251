"""What people learned from audits. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.audits import visibility
from kittiwake.assurance.audits.actions.showing import action_tasks
from kittiwake.assurance.audits.models import AuditAction, EventAction, LearningEvent
from kittiwake.ui.components import Task


@dataclass
class EventPage:
    event: LearningEvent
    viewer: Viewer
    at: datetime

    @property
    def came(self) -> list[str]:
        return [
            str(attendance.worker)
            for attendance in self.event.came.select_related("worker").order_by("worker__name")
        ]

    @property
    def themes(self) -> list[str]:
        return [
            str(theme.theme) for theme in self.event.themes.select_related("theme").order_by("theme__name")
        ]

    @cached_property
    def _actions(self) -> list[AuditAction]:
        about = self.viewer.see(EventAction).filter(event=self.event).values("action_id")
        actions = visibility.actions(self.viewer).filter(pk__in=about).select_related("owner", "child")
        return list(actions.order_by("-entry__happened_at", "-pk")[:50])

    @property
    def child_ids(self) -> list[int]:
        return [action.child_id for action in self._actions]

    @property
    def actions(self) -> list[Task]:
        return action_tasks(self._actions, self.at, named=True)
