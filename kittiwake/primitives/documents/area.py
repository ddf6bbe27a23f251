"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, CHILD_PARTS
from kittiwake.primitives.documents import on_pages, views
from kittiwake.primitives.documents.arrivals import views as arriving
from kittiwake.primitives.documents.events import EVENTS
from kittiwake.primitives.documents.recording import OF_A_CHILD
from kittiwake.record.kinds import EntryKind

SECONDS = 60  # files that are looked at, made anew and kept

AREA = Area(
    "documents",
    "Documents",
    place=95,
    pages=[
        Page(
            "documents:of_child",
            "children/<int:child_pk>/documents/",
            views.of_child,
            Power.SEE,
            "Documents",
            (On(CHILD_PARTS, 96),),
        ),
        Page(
            "documents:add",
            "children/<int:child_pk>/documents/new/",
            views.add,
            Power.RECORD,
            "",
            (On(CHILD_ACTIONS, 96, "Add a photograph or document"),),
            seconds=SECONDS,
        ),
        Page(
            "documents:of_entry",
            "entries/<int:pk>/documents/",
            views.of_entry,
            Power.SEE,
            "Documents of an entry",
        ),
        Page(
            "documents:add_to_entry",
            "entries/<int:pk>/documents/new/",
            views.add_to_entry,
            Power.RECORD,
            seconds=SECONDS,
        ),
        Page(
            "documents:arrivals",
            "children/<int:child_pk>/documents/arriving/",
            arriving.arrivals,
            Power.RECORD,
            is_repeatable=True,
        ),
        Page(
            "documents:arrival",
            "documents/arriving/<int:pk>/",
            arriving.arrival,
            Power.RECORD,
            is_repeatable=True,
        ),
        Page("documents:document", "documents/<int:pk>/", views.document, Power.SEE, "Document"),
        Page(
            "documents:download", "documents/<int:pk>/file/", views.download, Power.SEE, "File of a document"
        ),
        Page(
            "documents:picture",
            "documents/<int:pk>/picture/",
            views.picture,
            Power.SEE,
            "Picture",
        ),
        Page(
            "documents:thumbnail",
            "documents/<int:pk>/small/",
            views.thumbnail,
            Power.SEE,
            "Small picture",
        ),
        Page("documents:strike_out", "documents/<int:pk>/correction/", views.strike_out, Power.RECORD),
    ],
    declares=[EntryKind(OF_A_CHILD, "Document", "documents:of_entry"), *EVENTS, *on_pages.PARTS],
)
