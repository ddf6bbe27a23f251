"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU, STARTS
from kittiwake.exchange import views
from kittiwake.exchange.child_lists import views as child_lists
from kittiwake.exchange.child_lists.events import LISTS_EVENTS
from kittiwake.exchange.child_lists.pack import PART as LISTS_IN_PACK
from kittiwake.exchange.events import EVENTS
from kittiwake.exchange.formats.statistics.benchmarks import PUBLISHED
from kittiwake.exchange.staff import views as staff
from kittiwake.exchange.staff.events import STAFF_EVENTS

# A list of thousands is read and judged row by row, and so is what it brought when it is to be taken back.
WHOLE_FILE_SECONDS = 120

AREA = Area(
    "exchange",
    "Imports",
    place=270,
    pages=[
        Page(
            "exchange:imports",
            "imports/",
            views.imports,
            Power.RUN_IMPORTS,
            "",
            (
                On(MENU["Files"], 10, "Imports", "Police lists, and lists from the main case system."),
                On(STARTS, 100, "Imports", "Bring in lists from the police and other systems."),
            ),
        ),
        Page("exchange:start", "imports/file/", views.start, Power.RUN_IMPORTS, seconds=WHOLE_FILE_SECONDS),
        Page("exchange:import", "imports/<int:pk>/", views.import_, Power.RUN_IMPORTS),
        Page("exchange:progress", "imports/<int:pk>/progress/", views.progress, Power.RUN_IMPORTS),
        Page(
            "exchange:columns",
            "imports/<int:pk>/columns/<int:file_pk>/",
            views.columns,
            Power.RUN_IMPORTS,
            seconds=WHOLE_FILE_SECONDS,
        ),
        Page("exchange:hidden", "imports/<int:pk>/hidden-rows/", views.hidden, Power.RUN_IMPORTS),
        Page(
            "exchange:decide", "imports/<int:pk>/rows/<int:row_pk>/decision/", views.decide, Power.RUN_IMPORTS
        ),
        Page("exchange:commit", "imports/<int:pk>/recording/", views.commit, Power.RUN_IMPORTS),
        Page(
            "exchange:undo",
            "imports/<int:pk>/undoing/",
            views.undo,
            Power.RUN_IMPORTS,
            seconds=WHOLE_FILE_SECONDS,
        ),
        Page("exchange:discard", "imports/<int:pk>/discarding/", views.discard, Power.RUN_IMPORTS),
        Page(
            "exchange:staff_lists",
            "people/spreadsheets/",
            staff.staff_lists,
            Power.ADMINISTER,
            "People from a spreadsheet",
            (
                On(MENU["The council"], 12),
                On(
                    STARTS,
                    12,
                    "People from a spreadsheet",
                    "Many at once: looked over before anything is recorded.",
                ),
            ),
        ),
        Page(
            "exchange:staff_list",
            "people/spreadsheets/<int:pk>/",
            staff.staff_list,
            Power.ADMINISTER,
            "A list of staff",
        ),
        Page(
            "exchange:record_staff",
            "people/spreadsheets/<int:pk>/recording/",
            staff.record_staff,
            Power.ADMINISTER,
            seconds=WHOLE_FILE_SECONDS,
        ),
        Page(
            "exchange:discard_staff",
            "people/spreadsheets/<int:pk>/discarding/",
            staff.discard_staff,
            Power.ADMINISTER,
        ),
        Page(
            "exchange:lists",
            "child-lists/",
            child_lists.lists,
            Power.MAKE_LISTS,
            "Child-level lists (Annex A)",
            (
                On(MENU["Files"], 20),
                On(
                    STARTS,
                    110,
                    "Child-level lists (Annex A)",
                    "The lists an inspector asks for first, of any day, as a workbook.",
                ),
            ),
        ),
        Page(
            "exchange:child_lists",
            "child-lists/<int:pk>/",
            child_lists.child_lists,
            Power.MAKE_LISTS,
            "Child-level lists of a day",
        ),
        Page(
            "exchange:lists_file",
            "child-lists/<int:pk>/file/",
            child_lists.lists_file,
            Power.MAKE_LISTS,
            "Workbook of child-level lists",
        ),
    ],
    declares=[*EVENTS, *STAFF_EVENTS, *LISTS_EVENTS, LISTS_IN_PACK, *PUBLISHED],
)
