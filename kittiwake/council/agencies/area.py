"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU, STARTS
from kittiwake.council.agencies import views
from kittiwake.council.agencies.events import EVENTS

AREA = Area(
    "agencies",
    "Partner agencies",
    place=47,
    prefix="agencies/",
    pages=[
        Page(
            "agencies:agencies",
            "",
            views.agencies,
            Power.ADMINISTER,
            "Partner agencies",
            (
                On(MENU["The council"], 25),
                On(
                    STARTS,
                    25,
                    "Partner agencies",
                    "Police, schools, health and homes, and who of them may sign in.",
                ),
            ),
        ),
        Page("agencies:add_agency", "new/", views.add_agency, Power.ADMINISTER),
        Page("agencies:agency", "<int:pk>/", views.agency, Power.ADMINISTER, "A partner agency"),
        Page("agencies:change_agency", "<int:pk>/name/", views.change_agency, Power.ADMINISTER),
        Page("agencies:close_agency", "<int:pk>/end/", views.close_agency, Power.ADMINISTER),
        Page("agencies:invite", "<int:pk>/people/new/", views.invite, Power.ADMINISTER),
        Page("agencies:invite_again", "people/<int:pk>/stay/", views.invite_again, Power.ADMINISTER),
        Page("agencies:place", "people/<int:pk>/agency/", views.place, Power.ADMINISTER),
    ],
    declares=EVENTS,
)
