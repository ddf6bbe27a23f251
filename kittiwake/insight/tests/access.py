"""Who may open the pages of measures."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from kittiwake.insight.baselines import recording as baselines
from kittiwake.insight.baselines.queries import standing
from kittiwake.practice.missing.tests.access import more_children
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, writes

ONE = {"key": "P01"}


def make(made: Made) -> None:
    """One for everybody: it is about no child."""
    facts = {"starts_on": local_date(made.at), "why": "x", "version": 0}
    there = standing("P02")
    made["baseline"] = there[0] if there else baselines.set_baseline("P02", **facts, by=made.by, at=made.at)


PAGES = [
    lists("insight:measures", Power.SEE_FIGURES, grows=more_children, at_most=16),
    lists("insight:measure", Power.SEE_FIGURES, at=ONE, grows=more_children, at_most=20),
    lists("insight:rows", Power.OPEN_FIGURES, at=ONE, grows=more_children, at_most=15),
    lists("insight:consistency", Power.SEE_FIGURES, grows=more_children, at_most=50),
    writes("insight:set_baseline", Power.SET_STANDARDS, at=ONE),
    writes("insight:take_back_baseline", Power.SET_STANDARDS, pk="baseline", of_a_child=False),
    lists("insight:rows_file", Power.OPEN_FIGURES, at=ONE, grows=more_children, at_most=15),
]
