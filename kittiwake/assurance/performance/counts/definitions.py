"""By what a figure was judged, in the words of its page: kept with it, and compared with today's."""

from __future__ import annotations

from datetime import date

from kittiwake.insight.words import DIRECTIONS
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.catalogue import standards
from kittiwake.primitives.clocks.citing import cited
from kittiwake.primitives.measures.definition import Measure

# In the order in which a page says them.
CALLED = {
    "title": "Called",
    "why": "Why it matters",
    "counted": "Counted",
    "out_of": "Out of",
    "direction": "Better",
    "source": "Source",
    "benchmark": "Beside it",
    "author": "Who answers for the definition",
    "how": "How cases become a figure",
}


def definition(measure: Measure, last: date) -> dict[str, str]:
    return {
        "title": measure.title,
        "why": measure.why,
        "counted": measure.numerator,
        "out_of": measure.denominator,
        "direction": DIRECTIONS[measure.direction],
        "source": cited(measure.source, last),
        "benchmark": str(measure.benchmark or ""),
        "author": measure.author,
        "how": f"{measure.how} {measure.unit}".strip(),
        "about": measure.about,
        "better": measure.direction,
    }


def limits_of(measure: Measure, last: date) -> dict[str, str]:
    """By the title of each standard that it judges by, as it was in force on the last day."""
    known = standards()
    return {
        known[key].title: str(limits.within_on(known[key], last)) for key in measure.reads if key in known
    }
