"""What changed for the children somebody answers for, since they last looked through it. Reads only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.area import declared
from kittiwake.desk.models import Look
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.shared_pages.my_work import ChangeLine
from kittiwake.queries.together import lists_together
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
        """Only those with somebody in them. One statement for all lines, and one for the names."""
        by_line = [(words, list(dict.fromkeys(ids))) for words, ids in self._by_line]
        named = {pk for _, ids in by_line for pk in ids[:NAMED]}
        children = self.viewer.children.in_bulk(named) if named else {}
        return [
            Change(words, ids, [children[pk] for pk in ids[:NAMED] if pk in children])
            for words, ids in by_line
            if ids
        ]

    @property
    def _by_line(self) -> list[tuple[str, list[int]]]:
        lines = sorted(declared(ChangeLine), key=lambda line: line.place)
        children = lists_together(
            *(partial(line.children, self.viewer, self.since, self.at) for line in lines), self._became_late
        )
        words = [*(line.text for line in lines), "with something that became late"]
        return list(zip(words, children, strict=True))

    def _became_late(self) -> Iterable[int]:
        late = self.viewer.see(Clock).overdue(self.at).filter(due_at__gt=self.since)
        return late.order_by("-due_at").values_list("entry__child_id", flat=True)
