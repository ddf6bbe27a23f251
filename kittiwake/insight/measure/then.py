"""What a figure was known to be, and what has become of its cases since."""

from __future__ import annotations

from dataclasses import dataclass

from kittiwake.insight import comparing
from kittiwake.insight.rules import Figure
from kittiwake.insight.showing import Figures
from kittiwake.insight.words import was
from kittiwake.primitives.measures.definition import Measure
from kittiwake.ui.dates import long_date


@dataclass
class Then:
    """The whole figure by what was known, and how many cases are another now: of those the reader may see."""

    measure: Measure
    figures: Figures
    now: Figure
    figure: Figure

    @property
    def words(self) -> str:
        assert self.figures.period.known
        day, before = long_date(self.figures.period.known), was(self.measure, self.now, self.figure)
        return f"As known at {day} this was {before[0].lower()}{before[1:]}."

    @property
    def since(self) -> str:
        """Two new cases, and what became of the others. Nothing for whoever sees no case: so few would be told by it."""
        if self.figures.is_protected or self.figures.period.known_at is None:
            return ""
        period = self.figures.period
        counts = comparing.counts_since(self.measure, period.first, period.last, self.figures.period.known_at)
        told = [words.format(many=f"{counts[key]:,}") for key, words in SINCE if key in counts]
        return f"Cases since then, of those you may see: {', '.join(told)}." if told else ""


# In the order in which they are told.
SINCE = (
    (comparing.NEW, "{many} new"),
    (comparing.CHANGED, "{many} changed"),
    (comparing.GONE, "{many} struck out or no longer counted"),
)
