"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, CHILD_PARTS
from kittiwake.practice.own_pages import on_pages, settings, views
from kittiwake.practice.own_pages.events import EVENTS
from kittiwake.practice.own_pages.recording import HOLD, PAGE, TALK
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "own_pages",
    "Young people’s own pages",
    place=205,
    pages=[
        Page(
            "own_pages:of_child",
            "children/<int:child_pk>/own-page/",
            views.of_child,
            Power.SEE,
            "A page of their own",
            (On(CHILD_PARTS, 98),),
        ),
        Page(
            "own_pages:give",
            "children/<int:child_pk>/own-page/new/",
            views.give,
            Power.RECORD,
            "",
            (On(CHILD_ACTIONS, 105, "Give them a page of their own"),),
        ),
        Page("own_pages:put_hold", "children/<int:child_pk>/own-page/hold/", views.put_hold, Power.RECORD),
        Page("own_pages:own_page", "own-pages/<int:pk>/", views.own_page, Power.SEE, "Page of their own"),
        Page("own_pages:code", "own-pages/<int:pk>/code/", views.code, Power.RECORD),
        Page("own_pages:take_away", "own-pages/<int:pk>/end/", views.take_away, Power.RECORD),
        Page(
            "own_pages:talk",
            "own-page-talks/<int:pk>/",
            views.talk,
            Power.SEE,
            "Talk about a page of their own",
        ),
        Page(
            "own_pages:hold",
            "own-page-holds/<int:pk>/",
            views.hold,
            Power.SEE,
            "Page of their own: not for now",
        ),
        Page("own_pages:lift", "own-page-holds/<int:pk>/lifting/", views.lift, Power.OVERSEE),
        # Beside signing in, where the mark of a known phone is sent; the words say nothing of what it is.
        Page("own_pages:enter", "account/enter/", views.enter, Power.EVERYBODY),
        Page("own_pages:leave", "account/leave/", views.leave, Power.EVERYBODY),
    ],
    declares=[
        # On the page itself: until when, and whom they ring.
        EntryKind(PAGE, outside=frozenset({Role.CHILD})),
        EntryKind(TALK),
        EntryKind(HOLD),
        *standards_of("own_pages", settings),
        *on_pages.PARTS,
        *EVENTS,
    ],
)
