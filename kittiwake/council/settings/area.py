"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU, STARTS
from kittiwake.council.settings import views
from kittiwake.council.settings.details import DETAILS
from kittiwake.council.settings.events import EVENTS
from kittiwake.council.settings.slots import SETTINGS
from kittiwake.council.settings.steps import STEPS

HINT = "What the council sets for itself, from a day on: its name and numbers, limits, calendars."
SET_SOMETHING = (Power.ADMINISTER, Power.SET_STANDARDS, Power.DECIDE_RETENTION)

AREA = Area(
    "settings",
    "Settings",
    place=42,
    prefix="settings/",
    pages=[
        Page(
            "settings:settings",
            "",
            views.settings,
            Power.SIGN_IN,
            "Settings",
            (
                *(On(MENU["The council"], 35, "", HINT, (power,)) for power in SET_SOMETHING),
                *(On(STARTS, 25, "Settings", HINT, (power,)) for power in SET_SOMETHING),
            ),
        ),
        Page(
            "settings:council",
            "council/",
            views.council,
            Power.ADMINISTER,
            "The council itself",
            (On(SETTINGS, 10, "", "Its name, code and colour, and the telephone numbers people are shown."),),
        ),
        Page(
            "settings:detail",
            "council/<slug:slug>/",
            views.detail,
            Power.ADMINISTER,
            "A detail of the council",
        ),
        Page("settings:set_detail", "council/<slug:slug>/new/", views.set_detail, Power.ADMINISTER),
        Page("settings:colours", "colours.css", views.colours, Power.EVERYBODY),
    ],
    declares=[*DETAILS, *EVENTS, *STEPS],
)
