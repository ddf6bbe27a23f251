"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, CHILD_PARTS, MENU, STARTS
from kittiwake.assurance.allocation import broken_links, measures, on_pages, rules, views, views_of_people
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "allocation",
    "Allocation",
    place=230,
    pages=[
        Page(
            "allocation:gaps",
            "without-a-worker/",
            views.gaps,
            Power.SEE,
            "Children without a worker",
            (
                On(MENU["The work"], 30, "Without a worker", "Children nobody is named for, and since when."),
                On(STARTS, 40, hint="Now, and the gaps of the last 12 months."),
            ),
        ),
        Page(
            "allocation:past_gaps",
            "without-a-worker/past/",
            views.past_gaps,
            Power.SEE,
            "Gaps without a worker",
        ),
        Page(
            "allocation:workers_of",
            "children/<int:child_pk>/workers/",
            views.workers_of,
            Power.SEE,
            "Who works with them",
            (On(CHILD_PARTS, 130),),
        ),
        Page(
            "allocation:change_worker",
            "children/<int:child_pk>/workers/new/",
            views.change_worker,
            Power.OVERSEE,
            "",
            (On(CHILD_ACTIONS, 150, "Change their worker"),),
        ),
        Page("allocation:change", "changes-of-worker/<int:pk>/", views.change, Power.SEE, "Change of worker"),
        Page("allocation:write_note", "changes-of-worker/<int:pk>/note/", views.write_note, Power.RECORD),
        Page(
            "allocation:introduce", "changes-of-worker/<int:pk>/introduction/", views.introduce, Power.RECORD
        ),
        Page(
            "allocation:sign", "changes-of-worker/<int:pk>/signature/<slug:side>/", views.sign, Power.RECORD
        ),
        Page(
            "allocation:strike_out", "changes-of-worker/<int:pk>/correction/", views.strike_out, Power.OVERSEE
        ),
        Page(
            "allocation:workers",
            "workers/",
            views_of_people.workers,
            Power.APPROVE,
            "",
            (
                On(
                    MENU["The work"],
                    40,
                    "Workers",
                    "Who is away and who covers; who is leaving, and where their children go.",
                ),
            ),
        ),
        Page(
            "allocation:leave",
            "workers/<int:pk>/leaving/",
            views_of_people.leave,
            Power.OVERSEE,
            "A worker’s children",
        ),
        Page("allocation:be_away", "workers/<int:pk>/away/", views_of_people.be_away, Power.APPROVE),
        Page("allocation:name_cover", "away/<int:pk>/cover/", views_of_people.name_cover, Power.APPROVE),
        Page("allocation:be_back", "away/<int:pk>/back/", views_of_people.be_back, Power.APPROVE),
    ],
    declares=[
        EntryKind("allocation.change"),
        *measures.MEASURES,
        *broken_links.LINKS,
        *standards_of("allocation", rules),
        *on_pages.PARTS,
    ],
)
