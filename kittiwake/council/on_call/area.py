"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU, STARTS
from kittiwake.council.on_call import views
from kittiwake.council.on_call.events import EVENTS

AREA = Area(
    "on_call",
    "On call",
    place=41,
    prefix="on-call/",
    pages=[
        Page(
            "on_call:rota",
            "",
            views.rota,
            Power.SEE_BOARD,
            "On call",
            (
                On(MENU["The work"], 200, "Who is on call"),
                On(STARTS, 70, "Who is on call", "In the evening and at the weekend."),
            ),
        ),
        Page("on_call:put_on_call", "new/", views.put_on_call, Power.OVERSEE),
        Page("on_call:take_off", "<int:pk>/end/", views.take_off, Power.OVERSEE),
    ],
    declares=EVENTS,
)
