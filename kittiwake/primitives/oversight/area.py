"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import STARTS
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.primitives.measures.links import PlaceOfLinks
from kittiwake.primitives.oversight import broken_links, views
from kittiwake.primitives.oversight.events import EVENTS

AREA = Area(
    "oversight",
    "Oversight",
    place=70,
    pages=[
        Page(
            "oversight:waiting",
            "oversight/",
            views.waiting,
            Power.SEE_CHRONOLOGY,
            "",
            (
                On(
                    STARTS,
                    120,
                    "Work waiting for a manager",
                    "Accept, question or send back.",
                    powers=(Power.OVERSEE,),
                ),
            ),
        ),
        Page("oversight:review", "oversight/<int:pk>/", views.review, Power.SEE_CHRONOLOGY, "Oversight"),
        Page("oversight:decide", "oversight/<int:pk>/decision/", views.decide, Power.OVERSEE),
        Page("oversight:answer", "oversight/<int:pk>/answer/", views.answer, Power.RECORD_MEETINGS),
    ],
    declares=[
        *EVENTS,
        *broken_links.LINKS,
        PlaceOfLinks("oversight", 920),
        *standards_of("oversight", broken_links),
    ],
)
