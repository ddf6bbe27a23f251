"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import Page
from kittiwake.areas.powers import Power
from kittiwake.primitives.drafts import views

AREA = Area(
    "drafts",
    "Drafts",
    place=80,
    pages=[
        Page(
            "drafts:draft",
            "drafts/<int:child_pk>/<str:occasion>/",
            views.draft,
            Power.KEEP_DRAFTS,
            is_repeatable=True,
        ),
    ],
)
