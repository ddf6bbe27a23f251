"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import DAILY, STARTS
from kittiwake.insight import on_pages, settings, views
from kittiwake.primitives.clocks.standards import standards_of

# Counted anew over all children of a large council: some seconds, more where others work. What is kept opens at once.
ALL_CHILDREN_SECONDS = 120

AREA = Area(
    "insight",
    "Measures",
    place=260,
    pages=[
        Page(
            "insight:measures",
            "measures/",
            views.measures,
            Power.SEE_FIGURES,
            "",
            (
                On(DAILY, 50, "Measures"),
                On(STARTS, 80, "Measures", "How well the service does, with what each figure rests on."),
            ),
            seconds=ALL_CHILDREN_SECONDS,
        ),
        Page(
            "insight:measure",
            "measures/<slug:key>/",
            views.measure,
            Power.SEE_FIGURES,
            seconds=ALL_CHILDREN_SECONDS,
        ),
        Page(
            "insight:rows",
            "measures/<slug:key>/rows/",
            views.rows,
            Power.OPEN_FIGURES,
            "Rows behind a measure",
            seconds=ALL_CHILDREN_SECONDS,
        ),
    ],
    declares=[
        *standards_of("insight", settings),
        *on_pages.PARTS,
    ],
)
