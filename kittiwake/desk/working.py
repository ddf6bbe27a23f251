"""The front page of one person: their children in the order in which they need somebody, and what is long late, together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from kittiwake.access.viewer import Viewer
from kittiwake.accounts.roles import Role
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import STARTS
from kittiwake.assurance.allocation.covering import Covering, covering
from kittiwake.desk.blocks import Block, Section, blocks_of, draw_loops, long_late, sections_of
from kittiwake.desk.deciding import Decision, decisions
from kittiwake.desk.leadership import Leadership, OnlyYou, only_you
from kittiwake.desk.recent import recent_children
from kittiwake.desk.shared import Shared, shared_with
from kittiwake.desk.waiting import Item, Waiting
from kittiwake.practice.meetings import showing as meetings
from kittiwake.record.models import Allocation, Child, Worker
from kittiwake.time.moments import local_date

SHOWN = 50
LATE_SHOWN = 10  # of what is long late; its own page has all of it


@dataclass
class MyWork:
    viewer: Viewer
    at: datetime

    @cached_property
    def worker(self) -> Worker | None:
        return self.viewer.worker

    @cached_property
    def my_children(self) -> list[Child]:
        """Allocated to me today."""
        if self.worker is None:
            return []
        mine = self.viewer.children.filter(pk__in=self._allocated(), withdrawn_at=None)
        return list(mine.prefetch_related("identifiers").order_by("surname", "forenames", "pk"))

    def _allocated(self) -> QuerySet[Allocation]:
        """Those they only cover for are shown apart."""
        today = Allocation.objects.on(local_date(self.at)).filter(worker=self.worker, covered=None)
        return today.values("child_id")

    @cached_property
    def covering(self) -> list[Covering]:
        return covering(self.worker, self.viewer, self.at) if self.worker else []

    @cached_property
    def items(self) -> list[Item]:
        covered = [child.pk for one in self.covering for child in one.children]
        theirs = {*(child.pk for child in self.my_children), *covered}
        return list(Waiting(self.viewer, self.at, self.worker, theirs).items())

    @cached_property
    def blocks(self) -> list[Block]:
        made = blocks_of(self.items, self.at)
        draw_loops(made, self.viewer, self.at)
        return made

    @cached_property
    def sections(self) -> list[Section]:
        return sections_of(self.blocks)

    @cached_property
    def long_late(self) -> list[Item]:
        return long_late(self.items)

    @property
    def late_shown(self) -> list[Item]:
        return self.long_late[:LATE_SHOWN]

    @property
    def may_deal(self) -> bool:
        return bool(self.long_late) and self.viewer.may(Power.RECORD_MEETINGS)

    @cached_property
    def leadership(self) -> Leadership | None:
        """For a manager and a director: what changed, and what nobody else can do."""
        return Leadership(self.viewer, self.at) if self.viewer.may(Power.APPROVE) else None

    @cached_property
    def recent(self) -> list[Child]:
        return recent_children(self.viewer)

    @cached_property
    def only_you(self) -> list[OnlyYou]:
        return only_you(self.viewer, self.at)

    @cached_property
    def decisions(self) -> list[Decision]:
        """What waits for this person and no worker can do, beside what is broken."""
        return decisions(self.viewer, self.at)

    @cached_property
    def let_in_to(self) -> list[Shared]:
        """A partner's: the children they were let in to, and what is shared of each."""
        return shared_with(self.viewer) if self.viewer.user.role == Role.PARTNER else []

    @cached_property
    def meetings(self) -> list[dict[str, Any]]:
        """A partner's: those they were let in to, by the name that stands there."""
        if self.viewer.user.role != Role.PARTNER:
            return []
        found = meetings.seen(self.viewer).select_related("meeting", "entry").order_by("-pk")[:SHOWN]
        self._met.update(part.child_id for part in found)
        return [meetings.item(part, self.at, name=part.known_as) for part in found]

    @property
    def starts(self) -> list[dict[str, str]]:
        found = self.viewer.links(STARTS)
        return [{"text": link.text, "href": link.address(), "hint": link.hint} for link in found]

    @property
    def has_work(self) -> bool:
        """Whether this is a person who has children, drafts or actions, rather than one who looks on."""
        return bool(
            self.blocks
            or self.long_late
            or self.my_children
            or self.covering
            or self.let_in_to
            or self.meetings
            or self.leadership
            or self.only_you
            or self.decisions
        )

    @cached_property
    def _met(self) -> set[int]:
        return set()

    @property
    def child_ids(self) -> set[int]:
        """Whose names the page shows; asked for after it was drawn."""
        covered = {child.pk for one in self.covering for child in one.children}
        named = {child.pk for child in (*self.my_children, *self.recent)}
        named |= {shared.child.pk for shared in self.let_in_to}
        waiting = {block.child.pk for block in self.blocks} | {item.child.pk for item in self.late_shown}
        led = self.leadership.child_ids if self.leadership else set()
        led |= {one.line.child.pk for kind in self.only_you for one in kind.shown if one.line.child}
        return covered | named | waiting | led | self._met
