"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.access import on_pages, views
from kittiwake.access.events import EVENTS
from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_PARTS, SEARCH, STARTS

AREA = Area(
    "access",
    "Who may see",
    place=40,
    pages=[
        Page(
            "access:who_can_see",
            "children/<int:child_pk>/access/",
            views.who_can_see,
            Power.SEE,
            "Who can see this record",
            (On(CHILD_PARTS, 140),),
        ),
        Page("access:let_in", "children/<int:child_pk>/access/invitation/", views.let_in, Power.RECORD),
        Page("access:restrict", "children/<int:child_pk>/restriction/", views.restrict, Power.OVERSEE),
        Page(
            "access:lift_restriction",
            "children/<int:child_pk>/restriction/end/",
            views.lift_restriction,
            Power.OVERSEE,
        ),
        Page(
            "access:who_has_looked",
            "children/<int:child_pk>/readings/",
            views.who_has_looked,
            Power.SEE_READINGS,
            "Who has looked",
            (On(CHILD_PARTS, 150),),
        ),
        Page("access:end_grant", "access/<int:pk>/end/", views.end_grant, Power.SEE),
        Page(
            "access:break_glass",
            "break-glass/",
            views.break_glass,
            Power.BREAK_GLASS,
            "Open a record you are not on the list for",
            (On(SEARCH, 10),),
        ),
        Page("access:throw_away", "unsent/end/", views.throw_away, Power.SIGN_IN),
        Page(
            "access:openings",
            "openings/",
            views.openings,
            Power.ANSWER_FOR_OPENINGS,
            "",
            (On(STARTS, 110, "Records opened without being on the list", "Look at each opening."),),
        ),
        Page(
            "access:opening",
            "openings/<int:pk>/",
            views.opening,
            Power.ANSWER_FOR_OPENINGS,
            "Look at an opening",
        ),
    ],
    declares=[*EVENTS, *on_pages.PARTS],
)
