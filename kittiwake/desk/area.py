"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, CHILD_PARTS, DAILY, MENU, REST, STARTS
from kittiwake.desk import views, views_of_children, views_of_standards, views_of_tracks, views_of_work
from kittiwake.practice.duties.slots import TRACKS

AREA = Area(
    "desk",
    "Across the areas",
    place=280,
    pages=[
        Page(
            "desk:my_work",
            "",
            views_of_work.my_work,
            Power.SIGN_IN,
            "My work",
            (On(DAILY, 10, power=Power.SEE_MISSING),),
        ),
        Page("desk:late_work", "late/", views_of_work.late_work, Power.RECORD_MEETINGS),
        Page("desk:look", "look/", views_of_work.look, Power.APPROVE),
        Page(
            "desk:board",
            "board/",
            views.board,
            Power.SEE_BOARD,
            "Team board",
            (
                On(DAILY, 30, "Board"),
                On(STARTS, 10, "Board", "What is broken or late, team by team."),
            ),
        ),
        Page(
            "desk:returns",
            "returns/",
            views.returns,
            Power.SEE,
            "",
            (
                On(
                    MENU["The work"],
                    10,
                    "Returns, step by step",
                    "Each return from back to told: what is done, what is open and what is broken, by team.",
                ),
            ),
        ),
        Page("desk:more", "more/", views.more, Power.SIGN_IN, "More", (On(REST, 10),)),
        Page(
            "desk:search",
            "search/",
            views.search,
            Power.SEARCH,
            "Search",
            (
                On(DAILY, 40, "Find a child"),
                On(STARTS, 60, "Find a child", "By name, number or police reference."),
            ),
        ),
        Page(
            "desk:standards",
            "standards/",
            views_of_standards.standards,
            Power.SEE_FIGURES,
            "",
            (
                On(
                    MENU["The work"],
                    50,
                    "Practice standards",
                    "Every limit, where it comes from, and what reads it.",
                ),
                On(
                    STARTS, 50, "Practice standards", "What is owed by when: by law, and by our own decision."
                ),
            ),
        ),
        Page("desk:standard", "standards/<slug:slug>/", views_of_standards.standard, Power.SEE_FIGURES),
        Page(
            "desk:set_limit",
            "standards/<slug:slug>/limit/",
            views_of_standards.set_limit,
            Power.SET_STANDARDS,
        ),
        Page("desk:add_child", "children/new/", views_of_children.add, Power.REPORT),
        Page(
            "desk:child",
            "children/<int:pk>/",
            views.child,
            Power.SEE_CHILD,
            "Their page",
            (On(CHILD_PARTS, 10),),
        ),
        Page(
            "desk:change_child",
            "children/<int:pk>/details/",
            views_of_children.change,
            Power.REPORT,
            "",
            (On(CHILD_ACTIONS, 140, "Change who they are"),),
        ),
        Page(
            "desk:add_name",
            "children/<int:pk>/names/",
            views_of_children.add_name,
            Power.REPORT,
            "",
            (On(CHILD_ACTIONS, 130, "Add a name they are known by"),),
        ),
        Page(
            "desk:tracks",
            "children/<int:pk>/tracks/",
            views_of_tracks.tracks,
            Power.SEE_CHILD,
            "",
            (On(TRACKS, 10, "End or correct what we work with them as"),),
        ),
        Page("desk:start_track", "children/<int:pk>/tracks/new/", views_of_tracks.start_track, Power.REPORT),
        Page("desk:end_track", "tracks/<int:pk>/end/", views_of_tracks.end_track, Power.REPORT),
        Page(
            "desk:take_back_track",
            "tracks/<int:pk>/correction/",
            views_of_tracks.take_back_track,
            Power.REPORT,
        ),
        Page(
            "desk:chronology",
            "children/<int:pk>/chronology/",
            views.chronology,
            Power.SEE_CHRONOLOGY,
            "Chronology",
            (On(CHILD_PARTS, 20),),
        ),
        Page(
            "desk:print_chronology",
            "children/<int:pk>/chronology/paper/",
            views.print_chronology,
            Power.SEE_CHRONOLOGY,
            "Chronology on paper",
        ),
    ],
)
