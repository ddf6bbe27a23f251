"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import TRACKS
from kittiwake.practice.duties import broken_links, duties, events, rules, views
from kittiwake.practice.duties.tracks import views as tracks
from kittiwake.practice.duties.tracks.showing import ON_CHRONOLOGY
from kittiwake.primitives.clocks.duties import Duties
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "duties",
    "What we owe",
    place=110,
    pages=[
        Page(
            "duties:track", "tracks/line/<int:pk>/", views.track, Power.SEE_CHILD, "What we work with them as"
        ),
        Page(
            "duties:tracks",
            "children/<int:pk>/tracks/",
            tracks.tracks,
            Power.SEE_CHILD,
            "",
            (On(TRACKS, 10, "As what they are worked with"),),
        ),
        Page("duties:start_track", "children/<int:pk>/tracks/new/", tracks.start_track, Power.REPORT),
        Page("duties:end_track", "tracks/<int:pk>/end/", tracks.end_track, Power.REPORT),
        Page("duties:take_back_track", "tracks/<int:pk>/correction/", tracks.take_back_track, Power.REPORT),
        Page("duties:done", "done/<int:pk>/", views.done, Power.SEE_CHILD, "Something owed to them was done"),
        Page("duties:say_done", "children/<int:child_pk>/done/new/", views.say_done, Power.REPORT),
        Page("duties:strike_out", "done/<int:pk>/correction/", views.strike_out, Power.RECORD),
    ],
    declares=[
        EntryKind("duties.track", of_tracks=True),
        EntryKind("duties.done"),
        *broken_links.LINKS,
        *standards_of("duties", rules),
        Duties(duties.STANDARDS, duties.asked, duties.acts),
        ON_CHRONOLOGY,
        *events.EVENTS,
    ],
)
