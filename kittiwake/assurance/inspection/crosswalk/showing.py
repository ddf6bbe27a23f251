"""The letter-to-evidence table, and one point with all that shows it, as far as the viewer may see. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.powers import SEES_NO_CHILD
from kittiwake.access.viewer import Viewer
from kittiwake.areas.area import pages
from kittiwake.assurance.inspection.crosswalk.points import POINTS, Point, themes_of
from kittiwake.assurance.inspection.figures import Live, in_words, of_key
from kittiwake.assurance.inspection.models import Concern, Evidence
from kittiwake.assurance.letters.models import Letter, Statement
from kittiwake.assurance.letters.rules import READINGS
from kittiwake.insight.words import DIRECTIONS
from kittiwake.primitives.measures.catalogue import links
from kittiwake.primitives.measures.links import BrokenLink
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Cell, Column, TextLink, columns
from kittiwake.ui.dates import counted, short_date

NOTHING = "Nothing counts this yet"
FIRST_OF = 2  # figures of a point that stand in the table; its page has the rest


def first_figures(point: Point) -> list[str]:
    """Those that are counted here."""
    return [key for key in point.measures if of_key(key)][:FIRST_OF]


@dataclass
class CrosswalkPage:
    viewer: Viewer
    at: datetime

    @cached_property
    def live(self) -> Live:
        return Live(
            self.viewer, local_date(self.at), [key for point in POINTS for key in first_figures(point)]
        )

    @property
    def columns(self) -> list[Column]:
        return columns("What inspectors look for", f"Figures: {self.live.span}", "Concerns open#")

    @cached_property
    def _open(self) -> list[str]:
        return list(Concern.objects.open().values_list("point", flat=True))

    @property
    def rows(self) -> list[list[Cell]]:
        return [
            [
                TextLink(point.said, reverse("inspection:point", args=[point.key])),
                self._figures(point),
                str(self._open.count(point.key)),
            ]
            for point in POINTS
        ]

    def _figures(self, point: Point) -> str:
        said = []
        for key in first_figures(point):
            measure = of_key(key)
            if measure in self.live.measures and measure is not None:
                said.append(f"{measure.title}: {self.live.said(key)}")
        return ". ".join(said) or NOTHING


@dataclass
class PointPage:
    point: Point
    viewer: Viewer
    at: datetime
    statement_columns = columns("What a letter says", "Read as", "Letter")
    link_columns = columns("What should follow and has not", "Now#")

    @cached_property
    def live(self) -> Live:
        return Live(self.viewer, local_date(self.at), self.point.measures)

    @property
    def measure_columns(self) -> list[Column]:
        return columns("Measure", f"Figure: {self.live.span}", "A year before", "What is better")

    @property
    def themes(self) -> str:
        return themes_of(self.point)

    @property
    def measures(self) -> list[list[Cell]]:
        return [self._measure(measure.key) for measure in self.live.measures]

    def _measure(self, key: str) -> list[Cell]:
        measure, before = of_key(key), self.live.before(key)
        assert measure is not None
        return [
            self.live.link(key),
            self.live.said(key),
            in_words(measure, before) if before else "Not counted yet",
            DIRECTIONS[measure.direction],
        ]

    @property
    def not_counted(self) -> list[str]:
        """Measures of the council's list that no area counts yet: said, so that nobody takes silence for good news."""
        return [key for key in self.point.measures if of_key(key) is None]

    @property
    def links(self) -> list[list[Cell]]:
        """Of the children the viewer may see."""
        if self.viewer.user.role in SEES_NO_CHILD:
            return []
        return [[link.title, str(self._broken(link))] for link in links() if link.key in self.point.links]

    def _broken(self, link: BrokenLink) -> int:
        return sum(1 for _ in link.find(self.viewer.see, self.at))

    @property
    def pages(self) -> list[TextLink]:
        """Those this person may open."""
        named = [pages()[name] for name in self.point.pages]
        may = [page for page in named if self.viewer.may(page.power)]
        return [
            TextLink(page.on[0].text or page.called if page.on else page.called, reverse(page.name))
            for page in may
        ]

    @cached_property
    def concerns(self) -> list[Concern]:
        return list(
            Concern.objects.filter(point=self.point.key).select_related("owner").order_by("-raised_at")
        )

    @cached_property
    def statements(self) -> list[list[Cell]]:
        """What letters said of its themes, as people confirmed it: the newest first."""
        rows = Statement.objects.standing().confirmed().filter(theme__in=self.point.themes)
        said = dict(READINGS)
        newest = rows.select_related("letter").order_by("-letter__visited_to", "ordinal")[:SHOWN]
        return [[row.text, said[row.reading], _of(row.letter)] for row in newest]

    @property
    def evidence(self) -> str:
        number = Evidence.objects.standing().filter(concern__in=self.concerns).count()
        return counted(number, "piece of evidence", "pieces of evidence") if number else ""

    @property
    def is_bare(self) -> bool:
        return not (self.live.measures or self.point.links or self.point.pages)


def _of(letter: Letter) -> str:
    kind = letter.get_kind_display()
    return f"{kind}, {short_date(letter.visited_to)}" if letter.visited_to else kind


SHOWN = 20
