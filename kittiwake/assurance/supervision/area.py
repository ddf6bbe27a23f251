"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU
from kittiwake.assurance.supervision import (
    broken_links,
    events,
    measures,
    on_pages,
    report_themes,
    rules,
    settings,
    views,
)
from kittiwake.assurance.supervision.agreements import views as agreements_views
from kittiwake.assurance.supervision.parts import views as parts_views
from kittiwake.assurance.supervision.parts.recording import CHILD_PART
from kittiwake.assurance.supervision.personal import views as personal_views
from kittiwake.assurance.supervision.preparing import views as preparing_views
from kittiwake.assurance.supervision.quality import views as quality_views
from kittiwake.assurance.supervision.teams import views as teams_views
from kittiwake.primitives.actions.broken_links import FollowedApart
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.primitives.measures.consistency import Consistency
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "supervision",
    "Supervision",
    place=240,
    pages=[
        Page(
            "supervision:mine",
            "supervision/",
            teams_views.mine,
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
        Page("supervision:team", "supervision/team/", teams_views.team, Power.OVERSEE_SUPERVISION),
        Page("supervision:quality", "supervision/quality/", quality_views.quality, Power.OVERSEE_SUPERVISION),
        Page("supervision:agree", "supervision/agreements/new/", agreements_views.agree, Power.LEAD),
        Page(
            "supervision:agreement",
            "supervision/agreements/<int:pk>/",
            agreements_views.agreement,
            Power.OVERSEE_SUPERVISION,
        ),
        Page(
            "supervision:end_agreement",
            "supervision/agreements/<int:pk>/end/",
            agreements_views.end_agreement,
            Power.LEAD,
        ),
        Page("supervision:hold_group", "supervision/groups/new/", views.hold_group, Power.RECORD),
        Page(
            "supervision:prepare",
            "supervision/workers/<int:worker_pk>/",
            preparing_views.prepare,
            Power.RECORD,
        ),
        Page("supervision:hold", "supervision/workers/<int:worker_pk>/new/", views.hold, Power.RECORD),
        Page("supervision:child_part", "supervision/parts/<int:pk>/", parts_views.child_part, Power.SEE),
        Page(
            "supervision:strike_out_part",
            "supervision/parts/<int:pk>/correction/",
            parts_views.strike_out_part,
            Power.RECORD,
        ),
        Page("supervision:supervision", "supervision/<int:pk>/", views.supervision, Power.SEE),
        Page(
            "supervision:write_part",
            "supervision/<int:pk>/children/<int:child_pk>/",
            parts_views.write_part,
            Power.RECORD,
        ),
        Page("supervision:personal", "supervision/<int:pk>/personal/", personal_views.personal, Power.RECORD),
        Page(
            "supervision:personal_draft",
            "supervision/<int:pk>/personal/draft/",
            personal_views.personal_draft,
            Power.RECORD,
            is_repeatable=True,
        ),
        Page("supervision:sign", "supervision/<int:pk>/signature/", views.sign, Power.RECORD),
        Page("supervision:sample", "supervision/<int:pk>/sample/", quality_views.sample, Power.PLAN_AUDITS),
        Page("supervision:strike_out", "supervision/<int:pk>/correction/", views.strike_out, Power.RECORD),
    ],
    declares=[
        *events.EVENTS,
        EntryKind("supervision.child_part"),
        *measures.MEASURES,
        *report_themes.THEMES,
        Consistency("Oversight", ("P64",)),
        Consistency("Supervision", ("P63", "P65b")),
        *broken_links.LINKS,
        *standards_of("supervision", rules, settings),
        FollowedApart(CHILD_PART),
        *on_pages.PARTS,
    ],
)
