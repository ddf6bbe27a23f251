"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, CHILD_PARTS, MENU, STARTS
from kittiwake.practice.placements import (
    adverse,
    broken_links,
    duties,
    events,
    measures,
    on_pages,
    report_themes,
    rules,
    views,
)
from kittiwake.practice.placements.nearer_reviews import views as nearer_reviews
from kittiwake.practice.placements.out_of_area import measures as out_of_area_measures
from kittiwake.practice.placements.out_of_area import views as out_of_area
from kittiwake.primitives.clocks.duties import Duties
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "placements",
    "Placements",
    place=140,
    pages=[
        Page(
            "placements:away",
            "placements/away/",
            out_of_area.away,
            Power.SEE,
            "Placed out of our area",
            (
                On(
                    MENU["Children"],
                    20,
                    "Out of area",
                    "Children placed outside our area, and who has looked at moving them nearer.",
                ),
                On(STARTS, 30, hint="Approval, notice, and moving nearer."),
            ),
        ),
        Page(
            "placements:placements",
            "children/<int:child_pk>/placements/",
            views.placements,
            Power.SEE,
            "Placements",
            (On(CHILD_PARTS, 100),),
        ),
        Page(
            "placements:place",
            "children/<int:child_pk>/placements/new/",
            views.place,
            Power.RECORD,
            "",
            (On(CHILD_ACTIONS, 110, "Record a move"),),
        ),
        Page("placements:move", "placements/<int:pk>/", views.move, Power.SEE, "Placement"),
        Page("placements:approve", "placements/<int:pk>/approval/", out_of_area.approve, Power.APPROVE),
        Page("placements:consult", "placements/<int:pk>/consultation/", out_of_area.consult, Power.RECORD),
        Page("placements:notify", "placements/<int:pk>/notice/", out_of_area.notify, Power.RECORD),
        Page("placements:no_notice", "placements/<int:pk>/no-notice/", out_of_area.no_notice, Power.RECORD),
        Page(
            "placements:fewer_visits", "placements/<int:pk>/fewer-visits/", views.fewer_visits, Power.RECORD
        ),
        Page(
            "placements:first_review", "placements/<int:pk>/first-review/", views.first_review, Power.RECORD
        ),
        Page(
            "placements:review_nearer",
            "placements/<int:pk>/nearer/new/",
            nearer_reviews.review_nearer,
            Power.RECORD,
        ),
        Page("placements:strike_out", "placements/<int:pk>/correction/", views.strike_out, Power.RECORD),
        Page(
            "placements:nearer",
            "placements/nearer/<int:pk>/",
            nearer_reviews.nearer,
            Power.SEE,
            "Moving nearer home",
        ),
    ],
    declares=[
        EntryKind("placements.move"),
        EntryKind("placements.nearer"),
        *measures.MEASURES,
        *report_themes.THEMES,
        *out_of_area_measures.MEASURES,
        *broken_links.LINKS,
        *adverse.ADVERSE,
        *standards_of("placements", rules),
        Duties(duties.STANDARDS, duties.asked, duties.acts),
        *on_pages.PARTS,
        *events.EVENTS,
    ],
)
