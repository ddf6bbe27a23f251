"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, CHILD_PARTS, MENU, STARTS
from kittiwake.assurance.allocation import broken_links, measures, on_pages, quality, report_themes, rules
from kittiwake.assurance.allocation.changes import views as changes
from kittiwake.assurance.allocation.cover import views as cover
from kittiwake.assurance.allocation.cover.queries import why_not_merged
from kittiwake.assurance.allocation.events import EVENTS
from kittiwake.assurance.allocation.gaps import views as gaps
from kittiwake.assurance.allocation.handovers import views as handovers
from kittiwake.assurance.allocation.holders import views as holders
from kittiwake.assurance.allocation.leaving import views as leaving
from kittiwake.assurance.allocation.staff import views as staff
from kittiwake.assurance.workforce.slots import HELD_CHILDREN, LEAVING
from kittiwake.council.teams.merging import AgainstMerging
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
            gaps.gaps,
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
            gaps.past_gaps,
            Power.SEE,
            "Gaps without a worker",
        ),
        Page(
            "allocation:workers_of",
            "children/<int:child_pk>/workers/",
            holders.workers_of,
            Power.SEE,
            "Who works with them",
            (On(CHILD_PARTS, 130),),
        ),
        Page(
            "allocation:change_worker",
            "children/<int:child_pk>/workers/new/",
            changes.change_worker,
            Power.OVERSEE,
            "",
            (On(CHILD_ACTIONS, 150, "Change their worker"),),
        ),
        Page(
            "allocation:change",
            "changes-of-worker/<int:pk>/",
            changes.change,
            Power.SEE,
            "Change of worker",
        ),
        Page(
            "allocation:write_note",
            "changes-of-worker/<int:pk>/note/",
            handovers.write_note,
            Power.RECORD,
        ),
        Page(
            "allocation:introduce",
            "changes-of-worker/<int:pk>/introduction/",
            handovers.introduce,
            Power.RECORD,
        ),
        Page(
            "allocation:sign",
            "changes-of-worker/<int:pk>/signature/<slug:side>/",
            handovers.sign,
            Power.RECORD,
        ),
        Page(
            "allocation:strike_out",
            "changes-of-worker/<int:pk>/correction/",
            changes.strike_out,
            Power.OVERSEE,
        ),
        Page(
            "allocation:workers",
            "workers/",
            staff.workers,
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
            leaving.leave,
            Power.OVERSEE,
            "A worker’s children",
            (
                On(HELD_CHILDREN, 10, "Their children, and who could have them"),
                On(LEAVING, 10, "They leave"),
            ),
        ),
        Page("allocation:be_away", "workers/<int:pk>/away/", cover.be_away, Power.APPROVE),
        Page("allocation:name_cover", "away/<int:pk>/cover/", cover.name_cover, Power.APPROVE),
        Page("allocation:be_back", "away/<int:pk>/back/", cover.be_back, Power.APPROVE),
    ],
    declares=[
        EntryKind("allocation.change"),
        AgainstMerging("allocation.cover", why_not_merged),
        *EVENTS,
        *measures.MEASURES,
        *report_themes.THEMES,
        *quality.MEASURES,
        *broken_links.LINKS,
        *standards_of("allocation", rules),
        *on_pages.PARTS,
    ],
)
