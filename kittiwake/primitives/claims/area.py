"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import Page
from kittiwake.areas.powers import Power
from kittiwake.primitives.claims import broken_links, views
from kittiwake.primitives.claims.echoes import views as echo_views
from kittiwake.primitives.claims.events import EVENTS
from kittiwake.primitives.measures.links import PlaceOfLinks

AREA = Area(
    "claims",
    "What an interview taught us",
    place=90,
    pages=[
        Page("claims:make", "entries/<int:entry_pk>/claims/", views.make, Power.RECORD),
        Page("claims:claim", "claims/<int:pk>/", views.claim, Power.SEE, "What an interview taught us"),
        Page("claims:decide", "claims/<int:pk>/decision/", views.decide, Power.RECORD),
        Page("claims:confirm", "claims/<int:pk>/confirmation/", views.confirm, Power.RECORD),
        Page("claims:echo", "claims/<int:pk>/echoes/<int:other_pk>/", echo_views.echo, Power.RECORD),
    ],
    declares=[
        *EVENTS,
        *broken_links.LINKS,
        PlaceOfLinks("claims", 910),
    ],
)
