"""What the pages of practice standards show: what is owed by when, who says so, and who reads it. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.area import areas, declared
from kittiwake.areas.powers import Power
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.catalogue import standards
from kittiwake.primitives.clocks.citing import cited
from kittiwake.primitives.clocks.models import LocalLimit
from kittiwake.primitives.clocks.standards import ALWAYS, Standard, Version
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.shared_pages.standards import StandardReaders
from kittiwake.time.durations import COUNTS
from kittiwake.ui.components import TextLink
from kittiwake.ui.dates import long_date

SET_BY = {
    "local": "The council: law leaves the number to us",
    "law": "Law or statutory guidance",
    "voluntary": "Its publisher. It is voluntary: no law makes a council keep it",
}


def kind_of(standard: Standard) -> str:
    return "local" if standard.local else "voluntary" if standard.voluntary else "law"


def area_of(standard: Standard) -> str:
    """The title of the area that declares it."""
    titles = {area.name: area.title for area in areas()}
    return titles[standard.key.partition(".")[0]]


@dataclass
class StandardsPage:
    """Every limit: the council's own first, then what law and national guidance set; by area."""

    today: date

    @property
    def sections(self) -> list[dict[str, Any]]:
        every = sorted(standards().values(), key=lambda standard: (area_of(standard), standard.title))
        titled = [
            (
                "local",
                "Our own",
                "Law leaves the number to the council. It may be changed from a day on.",
            ),
            ("law", "Law and statutory guidance", "Nobody here can change these."),
            (
                "voluntary",
                "Voluntary national standards",
                "No law makes a council keep these. Ours measures itself by them; the numbers are their publisher’s.",
            ),
        ]
        return [
            {
                "name": name,
                "title": title,
                "hint": hint,
                "groups": self._groups(name, [s for s in every if kind_of(s) == name]),
            }
            for name, title, hint in titled
        ]

    def _groups(self, kind: str, standards: list[Standard]) -> list[dict[str, Any]]:
        """The council's own area by area: whoever sets one finds it by the work it is about."""
        if kind != "local":
            return [{"name": kind, "title": "", "items": [self._item(s) for s in standards]}]
        return [
            {"name": f"{kind}-{number}", "title": title, "items": [self._item(s) for s in of_area]}
            for number, (title, of_area) in enumerate(groupby(standards, key=area_of))
        ]

    def _item(self, standard: Standard) -> dict[str, Any]:
        shown = StandardPage(standard, self.today)
        coming = (
            f". From {long_date(shown.coming.effective_from)}: {shown.coming.within}" if shown.coming else ""
        )
        return {
            "title": standard.title,
            "href": reverse("desk:standard", args=[standard.slug]),
            "hint": (cited(shown.now.source, self.today) if standard.local else area_of(standard)) + coming,
            "status": {"text": str(shown.now.within), "colour": "blue" if shown.changes else ""},
        }


@dataclass
class StandardPage:
    standard: Standard
    today: date

    @cached_property
    def changes(self) -> list[LocalLimit]:
        return limits.changes().get(self.standard.key, [])

    @cached_property
    def in_force(self) -> Standard:
        return limits.in_force(self.standard)

    @property
    def now(self) -> Version:
        return self.in_force.version_at(self.today)

    @property
    def coming(self) -> Version | None:
        """The next limit that has been set and does not apply yet."""
        return next(
            (version for version in self.in_force.versions if version.effective_from > self.today), None
        )

    @property
    def rows(self) -> list[dict[str, Any]]:
        now = self.now
        since = (
            "As long as records go back" if now.effective_from == ALWAYS else long_date(now.effective_from)
        )
        rows = [
            ("What it counts" if self.is_count else "What is owed", self.standard.title),
            (self.asked, f"{now.within}{self.counted}"),
            ("Since", since),
            ("Who sets it", SET_BY[kind_of(self.standard)]),
            ("Source", cited(now.source, self.today)),
        ]
        if self.coming:
            rows.append(("Coming", f"{self.coming.within} from {long_date(self.coming.effective_from)}"))
        return [{"key": key, "value": value} for key, value in rows]

    @property
    def asked(self) -> str:
        """A limit is within so long; a number that is no time is at least so many."""
        return "At least" if self.is_count else "Within"

    @property
    def is_count(self) -> bool:
        return self.now.within.unit in COUNTS

    @property
    def counted(self) -> str:
        """How the unit runs, in words."""
        how = {
            "hours": "through nights, weekends and holidays",
            "days": "calendar days, to the end of the last",
            "working days": "Mondays to Fridays that are no bank holidays, to the end of the last",
            "school days": "days the school is open, to the end of the last",
            "months": "to the same day of the month, to its end",
        }
        words = how.get(self.now.within.unit.value)
        return f" ({words})" if words else ""

    @property
    def history(self) -> list[dict[str, Any]]:
        """Newest first: what it became, from when, who set it and why."""
        return [
            {
                "title": f"{change.count} {change.unit} from {long_date(change.effective_from)}",
                "at": change.at,
                "by": change.by,
                "text": change.why,
            }
            for change in reversed(self.changes)
        ]

    @property
    def readers(self) -> list[tuple[str, TextLink]]:
        """What reads its limit, as the areas say."""
        every = sorted(declared(StandardReaders), key=lambda readers: readers.place)
        return [(readers.title, link) for readers in every for link in readers.find(self.standard.key)]


def lines_that_read(standard: str) -> list[TextLink]:
    """Of the board."""
    board = reverse("desk:board")
    return [
        TextLink(link.title, f"{board}?kind={link.key}")
        for link in catalogue.links()
        if standard in link.reads
    ]


def may_change(viewer: Viewer, standard: Standard) -> bool:
    return standard.local and viewer.may(Power.SET_STANDARDS)
