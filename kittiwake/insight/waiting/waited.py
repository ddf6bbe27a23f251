"""What a worker may be asked to count: what a page shows. By the word that `Counting.measure` has for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kittiwake.insight import counting
from kittiwake.insight.breakdowns.showing import ways
from kittiwake.insight.consistency.showing import ConsistencyPage
from kittiwake.insight.measure.showing import MeasurePage
from kittiwake.insight.showing import Figures
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure


@dataclass(frozen=True)
class Waited:
    """The list of all measures."""

    key: str = ""
    title: str = "Measures"
    caption: str = ""

    def steps(self) -> Iterable[Sequence[Measure]]:
        """What is counted together: each in a transaction of its own."""
        return counting.by_what_is_read(list(catalogue.measures().values()))

    def total(self, figures: Figures) -> int:
        """How many measures it is of."""
        return sum(figures.shows(measure) for step in self.steps() for measure in step)

    def count(self, figures: Figures, measures: Sequence[Measure]) -> None:
        figures.then(measures, figures.of(measures))


@dataclass(frozen=True)
class OneMeasure(Waited):
    def steps(self) -> Iterable[Sequence[Measure]]:
        return [[catalogue.measures()[self.key]]]

    def count(self, figures: Figures, measures: Sequence[Measure]) -> None:
        """Whichever way the page will be asked for, none of it is counted while somebody waits."""
        for measure in measures:
            MeasurePage(measure, figures).count()
            dimensions = [way.key for way in ways(measure, figures)]
            figures.then([measure], figures.of([measure], dimensions), dimensions)


@dataclass(frozen=True)
class BetweenTeams(Waited):
    def steps(self) -> Iterable[Sequence[Measure]]:
        return [ConsistencyPage.declared()]

    def count(self, figures: Figures, measures: Sequence[Measure]) -> None:
        ConsistencyPage(figures).count()


LIST = Waited()
CONSISTENCY = BetweenTeams("consistency", "Consistency between teams", "All measures")


def of_measure(measure: Measure) -> Waited:
    return OneMeasure(measure.key, measure.title, measure.key)


def named(key: str) -> Waited:
    whole = {waited.key: waited for waited in (LIST, CONSISTENCY)}
    return whole.get(key) or of_measure(catalogue.measures()[key])
