"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU
from kittiwake.assurance.supervision import (
    broken_links,
    measures,
    on_pages,
    rules,
    settings,
    views,
    views_of_personal,
    views_of_teams,
)
from kittiwake.assurance.supervision.recording import CHILD_PART
from kittiwake.primitives.actions.broken_links import FollowedApart
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "supervision",
    "Supervision",
    place=240,
    pages=[
        Page(
            "supervision:mine",
            "supervision/",
            views_of_teams.mine,
            Power.SEE,
            "",
            (
                On(
                    MENU["The work"],
                    60,
                    "Supervision",
                    "Supervision you have and give: what to talk about, and what came of it.",
                ),
            ),
        ),
        Page("supervision:team", "supervision/team/", views_of_teams.team, Power.OVERSEE_SUPERVISION),
        Page(
            "supervision:quality", "supervision/quality/", views_of_teams.quality, Power.OVERSEE_SUPERVISION
        ),
        Page("supervision:agree", "supervision/agreements/new/", views_of_teams.agree, Power.LEAD),
        Page(
            "supervision:agreement",
            "supervision/agreements/<int:pk>/",
            views_of_teams.agreement,
            Power.OVERSEE_SUPERVISION,
        ),
        Page(
            "supervision:end_agreement",
            "supervision/agreements/<int:pk>/end/",
            views_of_teams.end_agreement,
            Power.LEAD,
        ),
        Page("supervision:hold_group", "supervision/groups/new/", views.hold_group, Power.RECORD),
        Page("supervision:prepare", "supervision/workers/<int:worker_pk>/", views.prepare, Power.RECORD),
        Page("supervision:hold", "supervision/workers/<int:worker_pk>/new/", views.hold, Power.RECORD),
        Page("supervision:child_part", "supervision/parts/<int:pk>/", views.child_part, Power.SEE),
        Page(
            "supervision:strike_out_part",
            "supervision/parts/<int:pk>/correction/",
            views.strike_out_part,
            Power.RECORD,
        ),
        Page("supervision:supervision", "supervision/<int:pk>/", views.supervision, Power.SEE),
        Page(
            "supervision:write_part",
            "supervision/<int:pk>/children/<int:child_pk>/",
            views.write_part,
            Power.RECORD,
        ),
        Page(
            "supervision:personal", "supervision/<int:pk>/personal/", views_of_personal.personal, Power.RECORD
        ),
        Page(
            "supervision:personal_draft",
            "supervision/<int:pk>/personal/draft/",
            views_of_personal.personal_draft,
            Power.RECORD,
        ),
        Page("supervision:sign", "supervision/<int:pk>/signature/", views.sign, Power.RECORD),
        Page("supervision:sample", "supervision/<int:pk>/sample/", views_of_teams.sample, Power.PLAN_AUDITS),
        Page("supervision:strike_out", "supervision/<int:pk>/correction/", views.strike_out, Power.RECORD),
    ],
    declares=[
        EntryKind("supervision.child_part"),
        *measures.MEASURES,
        *broken_links.LINKS,
        *standards_of("supervision", rules, settings),
        FollowedApart(CHILD_PART),
        *on_pages.PARTS,
    ],
)
