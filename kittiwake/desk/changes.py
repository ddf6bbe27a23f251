"""What changed for the children somebody answers for, since they last looked through it. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.desk.models import Look
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.replies.models import Reply
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.practice.risk.models import Raised
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Child
from kittiwake.ui.dates import counted

AT_FIRST = timedelta(days=7)  # for somebody who has not looked yet
FURTHEST = timedelta(days=28)  # back from holidays: older changes are on the board
NAMED = 6  # children of one line


@dataclass(frozen=True)
class Change:
    """One line: how many children, and who."""

    words: str  # "went missing"
    ids: list[int]
    children: list[Child]

    @property
    def text(self) -> str:
        return f"{counted(len(self.ids), 'child', 'children')} {self.words}"

    @property
    def more(self) -> int:
        return len(self.ids) - len(self.children)


@dataclass
class Changes:
    viewer: Viewer
    at: datetime

    @cached_property
    def looked_at(self) -> datetime | None:
        return Look.objects.filter(user=self.viewer.user).order_by("-at").values_list("at", flat=True).first()

    @property
    def since(self) -> datetime:
        return max(self.looked_at or self.at - AT_FIRST, self.at - FURTHEST)

    @cached_property
    def lines(self) -> list[Change]:
        """Only those with somebody in them. One query a line, and one for the names."""
        found = [(words, list(dict.fromkeys(ids))) for words, ids in self._found()]
        named = {pk for _, ids in found for pk in ids[:NAMED]}
        children = self.viewer.children.in_bulk(named) if named else {}
        return [
            Change(words, ids, [children[pk] for pk in ids[:NAMED] if pk in children])
            for words, ids in found
            if ids
        ]

    def _found(self) -> Iterator[tuple[str, Any]]:
        see, since, until = self._see, self.since, self.at
        missing, clocks = see(Episode).standing(), see(Clock).overdue(until)
        heard = see(ReturnInterview).standing().filter(entry__recorded_at__gt=since)
        raised = see(Raised).to_act_on().filter(since_at__gt=since)
        told = see(Reply).told().filter(told_at__gt=since)
        yield "went missing", _children(missing.filter(entry__recorded_at__gt=since), "-reported_at")
        yield "came back", _children(missing.filter(returned_at__gt=since), "-returned_at")
        yield "listened to after they were back", _children(heard, "-held_at")
        yield "at a risk that was raised", _children(raised, "-since_at")
        yield "told what came of what they said", _children(told, "-told_at")
        yield (
            "with something that became late",
            _children(clocks.filter(due_at__gt=since), "-due_at", "entry__child_id"),
        )

    def _see(self, model: Any) -> Any:
        return self.viewer.see(model)


def _children(rows: Any, newest: str, child: str = "child_id") -> Any:
    return rows.order_by(newest).values_list(child, flat=True)
