"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU, STARTS
from kittiwake.assurance.retention import settings, views
from kittiwake.assurance.retention.events import EVENTS
from kittiwake.council.settings.slots import SETTINGS
from kittiwake.primitives.clocks.standards import standards_of

HINT = "Which records have reached their end, and why some are kept on."

AREA = Area(
    "retention",
    "Retention",
    place=255,
    prefix="retention/",
    pages=[
        Page(
            "retention:records",
            "",
            views.records,
            Power.DECIDE_RETENTION,
            "How long records are kept",
            (On(SETTINGS, 50, "", HINT), On(MENU["The council"], 60, "", HINT), On(STARTS, 120, "", HINT)),
        ),
        Page(
            "retention:keep",
            "children/<int:child_pk>/",
            views.keep,
            Power.DECIDE_RETENTION,
            "Keep a record on",
        ),
    ],
    declares=[*EVENTS, *standards_of("retention", settings)],
)
