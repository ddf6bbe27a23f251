"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import Page
from kittiwake.areas.powers import Power
from kittiwake.council.teams.merging import GoesAlong
from kittiwake.primitives.actions import broken_links, recording, views
from kittiwake.primitives.actions.events import EVENTS
from kittiwake.primitives.measures.links import PlaceOfLinks

AREA = Area(
    "actions",
    "Actions",
    place=60,
    pages=[
        Page(
            "actions:raise_action",
            "entries/<int:entry_pk>/actions/new/",
            views.raise_action,
            Power.RECORD_MEETINGS,
        ),
        Page("actions:action", "actions/<int:pk>/", views.action, Power.SEE_CHRONOLOGY, "Action"),
        Page("actions:complete", "actions/<int:pk>/outcome/", views.complete, Power.RECORD_MEETINGS),
        Page("actions:give", "actions/<int:pk>/owner/", views.give, Power.RECORD_MEETINGS),
        Page("actions:drop", "actions/<int:pk>/dropping/", views.drop, Power.RECORD_MEETINGS),
    ],
    declares=[
        *EVENTS,
        *broken_links.LINKS,
        PlaceOfLinks("actions", 930),
        GoesAlong("actions.open", "actions", recording.pass_on),
    ],
)
