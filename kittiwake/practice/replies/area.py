"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, LAST
from kittiwake.practice.plans.slots import CHANGE_ACCEPTED
from kittiwake.practice.replies import broken_links, on_pages, rules, views
from kittiwake.practice.replies.events import EVENTS
from kittiwake.practice.replies.follow_up import told_at
from kittiwake.practice.return_interviews.follow_ups import REPLY, FollowUp
from kittiwake.practice.return_interviews.slots import TELL_THE_CHILD
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.primitives.measures.links import PlaceOfLinks
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "replies",
    "What they were told",
    place=210,
    pages=[
        Page(
            "replies:mine",
            "mine/",
            views.mine,
            Power.READ_OWN,
            "Their own page",
            (On(LAST, 10, "What you told us"),),
        ),
        Page("replies:answer", "mine/<int:pk>/answer/", views.answer, Power.READ_OWN),
        Page(
            "replies:write_reply",
            "children/<int:child_pk>/replies/new/",
            views.write_reply,
            Power.RECORD,
            "",
            (
                On(CHILD_ACTIONS, 100, "Write to them: what came of it"),
                On(CHANGE_ACCEPTED, 10, "Write what they are told"),
                On(TELL_THE_CHILD, 10),
            ),
        ),
        Page("replies:reply", "replies/<int:pk>/", views.reply, Power.SEE, "What they were told"),
        Page(
            "replies:print_reply",
            "replies/<int:pk>/print/",
            views.print_reply,
            Power.SEE,
            "What they were told, as a letter",
        ),
        Page("replies:change_reply", "replies/<int:pk>/words/", views.change_reply, Power.RECORD),
        Page("replies:tell", "replies/<int:pk>/telling/", views.tell, Power.RECORD),
        Page(
            "replies:say_what_happened", "replies/<int:pk>/outcomes/", views.say_what_happened, Power.RECORD
        ),
        Page("replies:strike_out", "replies/<int:pk>/correction/", views.strike_out, Power.RECORD),
    ],
    declares=[
        EntryKind("replies.reply", outside=frozenset({Role.CHILD})),
        *broken_links.LINKS,
        PlaceOfLinks("replies", 70),
        *standards_of("replies", rules),
        *on_pages.PARTS,
        *EVENTS,
        FollowUp(REPLY, frozenset({"replies.reply"}), told_at),
    ],
)
