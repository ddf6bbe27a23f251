"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, CHILD_PARTS
from kittiwake.desk.exports import on_pages, views
from kittiwake.desk.exports.events import EVENTS
from kittiwake.desk.exports.recording import KIND
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "exports",
    "Copies of a record",
    place=285,
    pages=[
        Page(
            "exports:of_child",
            "children/<int:child_pk>/copies/",
            views.of_child,
            Power.SEE,
            "Copies of the record",
            (On(CHILD_PARTS, 99),),
        ),
        Page(
            "exports:ask",
            "children/<int:child_pk>/copies/new/",
            views.ask,
            Power.RECORD,
            "",
            (On(CHILD_ACTIONS, 150, "Ask for a copy of the record"),),
        ),
        Page(
            "exports:waiting",
            "record-exports/",
            views.waiting,
            Power.EXPORT_RECORD,
            "Copies of records to decide",
        ),
        Page(
            "exports:record_export",
            "record-exports/<int:pk>/",
            views.record_export,
            Power.SEE,
            "Copy of the record",
        ),
        Page("exports:decide", "record-exports/<int:pk>/lines/", views.decide, Power.EXPORT_RECORD),
        Page("exports:make", "record-exports/<int:pk>/making/", views.make, Power.EXPORT_RECORD),
        Page(
            "exports:download",
            "record-exports/<int:pk>/file/",
            views.download,
            Power.SEE,
            "File of a copy of the record",
        ),
    ],
    declares=[EntryKind(KIND), *on_pages.PARTS, *EVENTS],
)
