"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.council.settings.slots import SETTINGS
from kittiwake.primitives.clocks.events import EVENTS
from kittiwake.primitives.clocks.holidays import views as holidays
from kittiwake.primitives.clocks.steps import STEPS
from kittiwake.primitives.clocks.terms import views as terms

AREA = Area(
    "clocks",
    "Clocks",
    place=50,
    prefix="settings/",
    pages=[
        Page(
            "clocks:holidays",
            "bank-holidays/",
            holidays.holidays,
            Power.ADMINISTER,
            "Bank holidays",
            (On(SETTINGS, 30, "", "One that was proclaimed late, or moved."),),
        ),
        Page("clocks:announce", "bank-holidays/new/", holidays.announce, Power.ADMINISTER),
        Page(
            "clocks:schools",
            "schools/",
            terms.schools,
            Power.ADMINISTER,
            "School terms",
            (On(SETTINGS, 40, "", "The terms and training days of each school."),),
        ),
        Page("clocks:school", "schools/<int:pk>/", terms.school, Power.ADMINISTER, "Terms of a school"),
        Page("clocks:set_terms", "schools/<int:pk>/terms/", terms.set_terms, Power.ADMINISTER),
    ],
    declares=[*EVENTS, *STEPS],
)
