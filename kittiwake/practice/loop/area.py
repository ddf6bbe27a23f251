"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import BOARD, MENU
from kittiwake.practice.loop import on_pages, views
from kittiwake.practice.loop.facts import ASKS

AREA = Area(
    "loop",
    "From back to told",
    place=215,
    pages=[
        Page(
            "loop:returns",
            "returns/",
            views.returns,
            Power.SEE,
            "",
            (
                On(
                    MENU["The work"],
                    10,
                    "Returns, step by step",
                    "Each return from back to told: what is done, what is open and what is broken, by team.",
                ),
                On(BOARD, 10, "Returns, step by step", powers=ASKS),
            ),
        ),
    ],
    declares=[*on_pages.PARTS],
)
