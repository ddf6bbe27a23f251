"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, NOT_FOUND
from kittiwake.practice.children import views

AREA = Area(
    "children",
    "Who they are",
    place=115,
    pages=[
        Page(
            "children:add_child",
            "children/new/",
            views.add_child,
            Power.REPORT,
            "",
            (On(NOT_FOUND, 10, "Add a child"),),
        ),
        Page(
            "children:change_child",
            "children/<int:pk>/details/",
            views.change_child,
            Power.REPORT,
            "",
            (On(CHILD_ACTIONS, 140, "Change who they are"),),
        ),
        Page(
            "children:add_name",
            "children/<int:pk>/names/",
            views.add_name,
            Power.REPORT,
            "",
            (On(CHILD_ACTIONS, 130, "Add a name they are known by"),),
        ),
    ],
)
