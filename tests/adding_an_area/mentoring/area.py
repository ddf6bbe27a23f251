"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.practice.mentoring import events, views
from kittiwake.practice.mentoring.broken_links import LINKS
from kittiwake.practice.mentoring.measures import MEASURES
from kittiwake.practice.mentoring.on_pages import PARTS
from kittiwake.practice.mentoring.recording import TALK
from kittiwake.practice.mentoring.rules import NEXT_TALK

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, CHILD_PARTS
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "mentoring",
    "Mentoring",
    place=218,
    pages=[
        Page(
            "mentoring:talks",
            "children/<int:child_pk>/mentoring/",
            views.talks,
            Power.SEE,
            "Mentor",
            (On(CHILD_PARTS, 95),),
        ),
        Page("mentoring:talk", "mentoring/<int:pk>/", views.talk, Power.SEE, "Talk with their mentor"),
        Page(
            "mentoring:record_talk",
            "children/<int:child_pk>/mentoring/new/",
            views.record_talk,
            Power.RECORD,
            "Record a talk with their mentor",
            (On(CHILD_ACTIONS, 45),),
        ),
    ],
    declares=[EntryKind(TALK), events.TALKED, NEXT_TALK, *LINKS, *MEASURES, *PARTS],
)
