"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, CHILD_PARTS
from kittiwake.practice.disruption import broken_links, measures, views
from kittiwake.practice.disruption.events import EVENTS
from kittiwake.primitives.measures.links import PlaceOfLinks
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "disruption",
    "Disruption",
    place=180,
    pages=[
        Page(
            "disruption:tactics",
            "children/<int:child_pk>/disruption/",
            views.tactics,
            Power.SEE,
            "Disruption of those who harm them",
            (On(CHILD_PARTS, 80, "Disruption"),),
        ),
        Page(
            "disruption:request_tactic",
            "children/<int:child_pk>/disruption/new/",
            views.request_tactic,
            Power.RECORD,
            "",
            (On(CHILD_ACTIONS, 90, "Ask for disruption"),),
        ),
        Page("disruption:powers", "disruption/powers/", views.powers, Power.SEE),
        Page("disruption:tactic", "disruption/<int:pk>/", views.tactic, Power.SEE, "Disruption"),
        Page("disruption:record_step", "disruption/<int:pk>/steps/new/", views.record_step, Power.RECORD),
        Page("disruption:rate_effect", "disruption/<int:pk>/effects/new/", views.rate_effect, Power.RECORD),
        Page("disruption:link_child", "disruption/<int:pk>/children/new/", views.link_child, Power.RECORD),
        Page("disruption:strike_out", "disruption/<int:pk>/correction/", views.strike_out, Power.RECORD),
    ],
    declares=[
        EntryKind("disruption.tactic"),
        *measures.MEASURES,
        *broken_links.LINKS,
        PlaceOfLinks("disruption", 60),
        *EVENTS,
    ],
)
