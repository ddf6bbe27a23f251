"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU, STARTS
from kittiwake.council.setting_up import views
from kittiwake.council.setting_up.events import EVENTS
from kittiwake.council.setting_up.steps import STEPS

AREA = Area(
    "setting_up",
    "Setting up",
    place=48,
    prefix="setting-up/",
    pages=[
        Page(
            "setting_up:missing",
            "",
            views.missing,
            Power.ADMINISTER,
            "Setting up",
            (
                On(MENU["The council"], 30),
                On(STARTS, 5, "Setting up", "What is still missing before people can work here."),
            ),
        ),
        Page("setting_up:answer", "<slug:key>/answer/", views.answer, Power.ADMINISTER),
    ],
    declares=[*EVENTS, *STEPS],
)
