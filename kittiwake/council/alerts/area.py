"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.access.waits import Waits
from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU, STARTS
from kittiwake.council.alerts import views
from kittiwake.council.alerts.letters import LETTERS
from kittiwake.council.alerts.showing import unread

AREA = Area(
    "alerts",
    "Alerts",
    place=45,
    prefix="alerts/",
    pages=[
        Page(
            "alerts:alerts",
            "",
            views.alerts,
            Power.SIGN_IN,
            "Alerts",
            (
                On(MENU["The work"], 210, "Your alerts", powers=(Power.SEE_BOARD,)),
                On(STARTS, 125, "Your alerts", "What you were told at once, and how you are told."),
            ),
        ),
        Page("alerts:read", "<int:pk>/read/", views.read, Power.SIGN_IN),
        Page("alerts:choices", "choices/", views.choices, Power.SIGN_IN, "How you are told"),
        Page(
            "alerts:undelivered",
            "undelivered/",
            views.undelivered,
            Power.ADMINISTER,
            "Mail that was not delivered",
            (
                On(MENU["The council"], 50, "Mail"),
                On(STARTS, 120, "Mail that was not delivered", "To whom, and why."),
            ),
        ),
        Page("alerts:try_again", "undelivered/<int:pk>/", views.try_again, Power.ADMINISTER),
        Page("alerts:leave", "undelivered/<int:pk>/end/", views.leave, Power.ADMINISTER),
    ],
    declares=[
        Waits(
            Power.SIGN_IN,
            unread,
            "alerts:alerts",
            "alert that you have not read",
            "alerts that you have not read",
        ),
        *LETTERS,
    ],
)
