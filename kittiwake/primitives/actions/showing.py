"""An action on its own page, and in a list on somebody else's. Reads only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.people import who_may
from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.primitives.actions.models import Action, ActionQuerySet
from kittiwake.record.models import Child, Entry, Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, SummaryRow, Task
from kittiwake.ui.dates import long_date


def seen(viewer: Viewer) -> ActionQuerySet:
    """The actions about children the viewer may see."""
    return viewer.see(Action)


def who_may_own(child: Child, day: date) -> QuerySet[Worker]:
    """An action about this child: those who may say that it is done, the child's worker first."""
    return who_may(Power.RECORD_MEETINGS, child=child, day=day, without_sign_in=True)


def of_entry(entry: Entry, viewer: Viewer) -> list[Action]:
    """What was agreed there, soonest due first."""
    return list(seen(viewer).filter(entry=entry).select_related("owner", "team").order_by("due_on", "pk"))


def state(action: Action, day: date) -> Status:
    if action.done_at:
        return Status("Done")
    if action.dropped_at:
        return Status("Dropped", "grey")
    if action.due_on < day:
        return Status("Overdue", "red")
    return Status("To do", "blue")


def task_items(actions: Iterable[Action], day: date) -> list[Task]:
    """Rows for ui/_task_list.html. `actions` come with owner and team."""
    return [
        Task(
            action.what,
            reverse("actions:action", args=[action.pk]),
            f"{action.owner or action.team}, by {long_date(action.due_on)}",
            state(action, day),
        )
        for action in actions
    ]


@dataclass
class ActionPage:
    action: Action
    viewer: Viewer
    now: datetime

    @property
    def state(self) -> Status:
        """On its own page what is done is not quiet."""
        return Status("Done", "green") if self.action.done_at else state(self.action, local_date(self.now))

    @property
    def is_open(self) -> bool:
        action = self.action
        return action.done_at is None and action.dropped_at is None and not action.entry.is_struck_out

    @property
    def may_record(self) -> bool:
        return self.is_open and self.viewer.may(Power.RECORD_MEETINGS)

    @cached_property
    def about(self) -> Child | None:
        """The other child it is about, if the viewer may see them. That there is one is no secret; who, is."""
        other = self.action.about_child_id
        return self.viewer.children.filter(pk=other).first() if other else None

    @property
    def rows(self) -> list[SummaryRow]:
        action = self.action
        rows = [
            ("What it should change", action.difference),
            ("Who does it", str(action.owner or action.team)),
            ("By", long_date(action.due_on)),
            ("Agreed", f"{long_date(action.raised_at)}, recorded by {action.raised_by}"),
        ]
        if action.done_at:
            rows.append(
                ("What came of it", f"{action.outcome}\n{action.done_by}, {long_date(action.done_at)}")
            )
        if action.dropped_at:
            rows.append(("Dropped", f"{action.dropped_reason}\n{long_date(action.dropped_at)}"))
        return [SummaryRow(key, value) for key, value in rows]
