"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page, PageOf
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_PARTS, DAILY, FIND, MENU, REST, STARTS
from kittiwake.council.settings.slots import SETTINGS
from kittiwake.desk import views
from kittiwake.desk.board import views as board
from kittiwake.desk.child_page import views as child_page
from kittiwake.desk.chronology import views as chronology
from kittiwake.desk.events import EVENTS
from kittiwake.desk.late_work import views as late_work
from kittiwake.desk.my_work import views as my_work
from kittiwake.desk.my_work.daily import NEEDS_ME
from kittiwake.desk.search import views as search
from kittiwake.desk.standards import views as standards
from kittiwake.desk.standards.showing import lines_that_read
from kittiwake.primitives.shared_pages.standards import StandardReaders
from kittiwake.record.models import Child

AREA = Area(
    "desk",
    "Across the areas",
    place=280,
    pages=[
        Page(
            "desk:my_work",
            "",
            my_work.my_work,
            Power.SIGN_IN,
            "My work",
            (On(DAILY, 10, powers=(Power.SEE_MISSING,)),),
        ),
        Page("desk:late_work", "late/", late_work.late_work, Power.RECORD_MEETINGS),
        Page("desk:look", "look/", my_work.look, Power.APPROVE),
        Page(
            "desk:board",
            "board/",
            board.board,
            Power.SEE_BOARD,
            "Team board",
            (
                On(DAILY, 30, "Board"),
                On(STARTS, 10, "Board", "What is broken or late, team by team."),
            ),
        ),
        Page("desk:more", "more/", views.more, Power.SIGN_IN, "More", (On(REST, 10),)),
        Page(
            "desk:search",
            "search/",
            search.search,
            Power.SEARCH,
            "Search",
            (
                On(DAILY, 40, "Find a child"),
                On(STARTS, 60, "Find a child", "By name, number or police reference."),
                On(FIND, 10, "the search"),
            ),
            is_repeatable=True,
        ),
        Page(
            "desk:standards",
            "standards/",
            standards.standards,
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
                    SETTINGS,
                    20,
                    "Limits",
                    "Every limit and number that a council sets for itself, and those of the law.",
                ),
                On(
                    STARTS, 50, "Practice standards", "What is owed by when: by law, and by our own decision."
                ),
            ),
        ),
        Page("desk:standard", "standards/<slug:slug>/", standards.standard, Power.SEE_FIGURES),
        Page(
            "desk:set_limit",
            "standards/<slug:slug>/limit/",
            standards.set_limit,
            Power.SET_STANDARDS,
        ),
        Page(
            "desk:child",
            "children/<int:pk>/",
            child_page.child,
            Power.SEE_CHILD,
            "Their page",
            (On(CHILD_PARTS, 10),),
        ),
        Page(
            "desk:chronology",
            "children/<int:pk>/chronology/",
            chronology.chronology,
            Power.SEE_CHRONOLOGY,
            "Chronology",
            (On(CHILD_PARTS, 20),),
            is_repeatable=True,
        ),
        Page(
            "desk:print_chronology",
            "children/<int:pk>/chronology/paper/",
            chronology.print_chronology,
            Power.SEE_CHRONOLOGY,
            "Chronology on paper",
        ),
    ],
    declares=[
        *EVENTS,
        PageOf(Child, "desk:child"),
        StandardReaders(0, "The board:", lines_that_read),
        NEEDS_ME,
    ],
)
