"""The board of broken links: every section in one query each, with the children and their teams in two more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.desk.addresses import address
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.links import Broken, BrokenLink
from kittiwake.record.models import Allocation, Child, Team, Worker
from kittiwake.ui.dates import local_date

# What cannot wait comes first; what an area adds later stands at the end.
ORDER = [
    "missing.open_episode",
    "missing.return_without_offer",
    "missing.return_interview_due",
    "return_interviews.without_plan_change",
    "plans.risk_uncovered",
    "oversight.waiting",
    "replies.not_told",
    "record.without_worker",
    "actions.overdue",
]
SHOWN = 50  # of one section; the count says how many there are
NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Whose:
    """The team and lead worker a child has today."""

    team: Team | None = None
    worker: Worker | None = None


@dataclass(frozen=True)
class Card:
    link: BrokenLink
    broken: Broken
    child: Child
    whose: Whose
    is_overdue: bool

    @property
    def href(self) -> str:
        return address(self.link.page, self.broken.pk) or self.child.get_absolute_url()


@dataclass(frozen=True)
class Section:
    link: BrokenLink
    cards: list[Card]  # red first, then soonest due

    @property
    def shown(self) -> list[Card]:
        return self.cards[:SHOWN]

    @property
    def overdue(self) -> int:
        return sum(card.is_overdue for card in self.cards)

    @property
    def more(self) -> int:
        return max(0, len(self.cards) - SHOWN)


@dataclass
class Board:
    """What is broken for the children the viewer may see. `team` narrows it to the children of one team's pk."""

    viewer: Viewer
    at: datetime
    team: int | None = None

    @cached_property
    def _found(self) -> list[tuple[BrokenLink, list[Broken]]]:
        return [(link, list(link.find(self.viewer.see, self.at))) for link in links_in_order()]

    @cached_property
    def _ids(self) -> set[int]:
        return {broken.child_id for _, rows in self._found for broken in rows}

    @cached_property
    def _children(self) -> dict[int, Child]:
        return self.viewer.children.prefetch_related("identifiers").in_bulk(self._ids)

    @cached_property
    def _whose(self) -> dict[int, Whose]:
        return whose(self._ids, self.at)

    @cached_property
    def teams(self) -> list[Team]:
        """The teams there is something to do in."""
        found = {one.team.pk: one.team for one in self._whose.values() if one.team}
        return sorted(found.values(), key=lambda team: team.name)

    @cached_property
    def sections(self) -> list[Section]:
        return [Section(link, self._cards(link, rows)) for link, rows in self._found]

    def _cards(self, link: BrokenLink, rows: Iterable[Broken]) -> list[Card]:
        cards = [self._card(link, broken) for broken in rows if self._is_shown(broken)]
        return sorted(cards, key=_urgency)

    def _is_shown(self, broken: Broken) -> bool:
        if broken.child_id not in self._children:
            return False
        its = self._whose.get(broken.child_id, Whose())
        return self.team is None or (its.team is not None and its.team.pk == self.team)

    def _card(self, link: BrokenLink, broken: Broken) -> Card:
        child = self._children[broken.child_id]
        its = self._whose.get(broken.child_id, Whose())
        return Card(link, broken, child, its, broken.is_overdue(self.at))

    @property
    def cards(self) -> list[Card]:
        return [card for section in self.sections for card in section.cards]

    @property
    def total(self) -> int:
        return len(self.cards)

    @property
    def overdue(self) -> int:
        return sum(section.overdue for section in self.sections)

    @property
    def child_ids(self) -> set[int]:
        """Whom the board puts on the screen."""
        return {card.child.pk for section in self.sections for card in section.shown}


def links_in_order() -> list[BrokenLink]:
    found = catalogue.broken_links()
    known = [found[key] for key in ORDER if key in found]
    return [*known, *(link for key, link in found.items() if key not in ORDER)]


def whose(children: Iterable[int], at: datetime) -> dict[int, Whose]:
    """The lead team and worker of each child today; a child without either is left out."""
    leads = Allocation.objects.on(local_date(at)).filter(role=Allocation.LEAD, child__in=list(children))
    return {one.child_id: Whose(one.team, one.worker) for one in leads.select_related("team", "worker")}


def _urgency(card: Card) -> tuple[bool, datetime, int]:
    return not card.is_overdue, card.broken.due_at or card.broken.since, card.broken.pk
