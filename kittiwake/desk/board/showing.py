"""The board of broken links as a page: counted by kind, the most urgent few of each, and one kind a page at a time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.slots import BOARD
from kittiwake.desk.board.lines import Line, lines
from kittiwake.primitives.measures.catalogue import links
from kittiwake.primitives.measures.links import BrokenLink
from kittiwake.primitives.measures.mending import where
from kittiwake.primitives.shared_pages.rules import LONG
from kittiwake.ui.components import TextLink

SHOWN = 3  # of each kind on the whole board; a kind opened alone is paged
PAGE_SIZE = 24  # of one kind


@dataclass(frozen=True)
class Card:
    line: Line
    is_overdue: bool
    viewer: Viewer

    @cached_property
    def _mend(self) -> tuple[str, str]:
        """Of the few that are shown."""
        return where(self.line.link, self.line.broken, self.viewer)

    @property
    def do(self) -> str:
        return self._mend[0]

    @property
    def href(self) -> str:
        return self._mend[1]


@dataclass(frozen=True)
class Section:
    link: BrokenLink
    cards: list[Card]  # red first, then soonest due; what has been late for weeks last
    href: str  # this kind alone, in the same team; none where there is nothing

    @cached_property
    def shown(self) -> list[Card]:
        return self.cards[:SHOWN]

    @property
    def is_long(self) -> bool:
        return len(self.cards) > SHOWN

    @cached_property
    def overdue(self) -> int:
        return sum(card.is_overdue for card in self.cards)


@dataclass
class Board:
    """What is broken for the children the viewer may see. `team` narrows it to one team's children, by name."""

    viewer: Viewer
    at: datetime
    team: str = ""

    @cached_property
    def _every(self) -> list[Line]:
        return lines(self.viewer, self.at)

    @property
    def teams(self) -> list[str]:
        """The teams there is something to do in, and the one chosen even when it has nothing left."""
        return sorted({line.team for line in self._every} | ({self.team} - {""}))

    @cached_property
    def sections(self) -> list[Section]:
        """Sections with something in them first; what is broken before what is only coming."""
        every = defaultdict(list)
        for line in self._every:
            if self.team in ("", line.team):
                every[line.link.key].append(self._card(line))
        sections = [self._section(link, every[link.key]) for link in links()]
        return sorted(sections, key=lambda section: not section.cards)

    @property
    def filled(self) -> list[Section]:
        return [section for section in self.sections if section.cards]

    def section(self, kind: str) -> Section | None:
        return next((section for section in self.sections if section.link.key == kind), None)

    def href(self, kind: str = "") -> str:
        asked = {name: value for name, value in (("team", self.team), ("kind", kind)) if value}
        return reverse("desk:board") + ("?" + urlencode(asked) if asked else "")

    def _section(self, link: BrokenLink, cards: list[Card]) -> Section:
        cards.sort(key=lambda card: (self._is_long_late(card), not card.is_overdue))
        return Section(link, cards, self.href(link.key) if cards else "")

    def _is_long_late(self, card: Card) -> bool:
        """What has been late for weeks does not hide what broke this morning."""
        broken = card.line.broken
        return card.is_overdue and (broken.due_at or broken.since) < self.at - LONG

    def _card(self, line: Line) -> Card:
        due = line.broken.due_at
        overdue = not line.link.is_coming and (due is None or due < self.at)
        return Card(line, overdue, self.viewer)

    @property
    def beside(self) -> list[TextLink]:
        """Pages that show the same team otherwise."""
        asked = "?" + urlencode({"team": self.team}) if self.team else ""
        return [TextLink(link.text, link.address() + asked) for link in self.viewer.links(BOARD)]

    @property
    def total(self) -> int:
        return sum(len(section.cards) for section in self.sections)

    @property
    def overdue(self) -> int:
        return sum(section.overdue for section in self.sections)

    @property
    def first(self) -> list[Card]:
        """What the whole board puts on the screen."""
        return [card for section in self.filled for card in section.shown]
