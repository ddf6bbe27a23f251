"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.accounts.personas import views
from kittiwake.areas.area import Area
from kittiwake.areas.pages import Page
from kittiwake.areas.powers import Power

AREA = Area(
    "personas",
    "Personas",
    place=30,
    prefix="personas/",
    pages=[
        Page("personas:choice", "", views.choice, Power.EVERYBODY),
        Page("personas:tour", "tour/", views.tour, Power.EVERYBODY),
    ],
)
