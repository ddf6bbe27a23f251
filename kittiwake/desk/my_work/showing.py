"""The front page of one person: their children in the order in which they need somebody, and what is long late, together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.db.models import QuerySet
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.accounts.roles import Role
from kittiwake.areas.area import declared
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import STARTS
from kittiwake.desk.my_work.blocks import Block, Section, add_details, blocks_of, long_late, sections_of
from kittiwake.desk.my_work.decisions import decisions
from kittiwake.desk.my_work.leadership import Leadership, OnlyYou, only_you
from kittiwake.desk.my_work.shared import Shared, shared_with
from kittiwake.desk.my_work.waiting import Waiting
from kittiwake.desk.search.recent import recent_children
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.shared_pages.my_work import (
    ChildGroup,
    Item,
    OnMyWork,
    Part,
    Place,
    TheirsToo,
    WorkPart,
)
from kittiwake.queries.kept import kept
from kittiwake.queries.together import lists_together, together
from kittiwake.record.models import Allocation, Child, Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.components import TextLink

LATE_SHOWN = 10  # of what is long late; its own page has all of it


@dataclass
class MyWork:
    viewer: Viewer
    at: datetime

    def asked(self) -> MyWork:
        """All of it is asked together, before it is drawn."""
        together(
            limits.changes,
            self._ask_of_theirs,
            lambda: self.recent,
            lambda: self.leadership and self.leadership.changes.lines,
            lambda: self.only_you,
            lambda: self.decisions,
            lambda: self.let_in_to,
        )
        return self

    def _ask_of_theirs(self) -> None:
        """Whose children are theirs comes first: what waits for them is asked with it."""
        together(lambda: self.my_children, lambda: self.covered)
        together(lambda: self.blocks, lambda: self.parts)

    @cached_property
    def worker(self) -> Worker | None:
        return self.viewer.worker

    @cached_property
    def my_children(self) -> list[Child]:
        """Allocated to me today."""
        if self.worker is None:
            return []
        return _allocated(self.viewer, self.worker, local_date(self.at))

    @cached_property
    def covered(self) -> list[ChildGroup]:
        """Children who are theirs too, as areas know."""
        if self.worker is None:
            return []
        every = lists_together(
            *(partial(too.find, self.worker, self.viewer, self.at) for too in declared(TheirsToo))
        )
        return [group for groups in every for group in groups]

    @property
    def _covered(self) -> set[int]:
        return {child.pk for group in self.covered for child in group.children}

    @cached_property
    def page(self) -> OnMyWork:
        theirs = frozenset(self._covered | {child.pk for child in self.my_children})
        return OnMyWork(self.viewer, self.at, self.worker, theirs)

    @cached_property
    def items(self) -> list[Item]:
        return list(Waiting(self.page).items())

    @cached_property
    def blocks(self) -> list[Block]:
        blocks = blocks_of(self.items, self.at)
        add_details(blocks, self.viewer, self.at)
        return blocks

    @cached_property
    def parts(self) -> list[tuple[WorkPart, Part]]:
        """What areas put on the page."""
        parts = declared(WorkPart)
        shown = together(*(partial(part.shown, self.page) for part in parts))
        return [(part, given) for part, given in zip(parts, shown, strict=True) if given is not None]

    def _at(self, where: Place) -> list[tuple[str, Part]]:
        return [(part.template, given) for part, given in self.parts if part.where is where]

    @property
    def leading(self) -> list[tuple[str, Part]]:
        return self._at(Place.LEADING)

    @property
    def first(self) -> list[tuple[str, Part]]:
        return self._at(Place.FIRST)

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
    def decisions(self) -> list[TextLink]:
        """What waits for this person and no worker can do, beside what is broken."""
        return decisions(self.viewer, self.at)

    @cached_property
    def let_in_to(self) -> list[Shared]:
        """A partner's: the children they were let in to, and what is shared of each."""
        return shared_with(self.viewer) if self.viewer.user.role == Role.PARTNER else []

    @property
    def starts(self) -> list[TextLink]:
        return [TextLink(link.text, link.address(), link.hint) for link in self.viewer.links(STARTS)]

    @property
    def has_work(self) -> bool:
        """Whether this is a person who has children, drafts or actions, rather than one who looks on."""
        return bool(
            self.blocks
            or self.long_late
            or self.my_children
            or self.covered
            or self.let_in_to
            or any(part.is_work for part, _ in self.parts)
            or self.leadership
            or self.only_you
            or self.decisions
        )

    @property
    def child_ids(self) -> set[int]:
        """Whose names the page shows; asked for after it was drawn."""
        named = {child.pk for child in (*self.my_children, *self.recent)}
        named |= {shared.child.pk for shared in self.let_in_to}
        named |= {block.child.pk for block in self.blocks} | {item.child.pk for item in self.late_shown}
        named |= self.leadership.child_ids if self.leadership else set()
        named |= {todo.line.child.pk for kind in self.only_you for todo in kind.shown if todo.line.child}
        return named | self._covered | {pk for _, given in self.parts for pk in given.child_ids}


@kept
def _allocated(viewer: Viewer, worker: Worker, today: date) -> QuerySet[Child]:
    """Those they only cover for are shown apart."""
    mine = Allocation.objects.on(today).filter(worker=worker, covered=None)
    children = viewer.children.filter(pk__in=mine.values("child_id"), withdrawn_at=None)
    return children.prefetch_related("identifiers").order_by("surname", "forenames", "pk")
