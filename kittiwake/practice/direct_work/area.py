"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, CHILD_PARTS
from kittiwake.practice.direct_work import (
    adverse,
    broken_links,
    duties,
    measures,
    on_pages,
    report_themes,
    rules,
    views,
)
from kittiwake.practice.direct_work.events import EVENTS
from kittiwake.practice.direct_work.goals import views as goal_views
from kittiwake.practice.direct_work.sessions import views as session_views
from kittiwake.practice.duties.slots import RECORDED_ELSEWHERE
from kittiwake.primitives.clocks.duties import Duties
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.primitives.measures.links import PlaceOfLinks
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "direct_work",
    "Direct work",
    place=160,
    pages=[
        Page(
            "direct_work:sessions",
            "children/<int:child_pk>/direct-work/",
            views.sessions,
            Power.SEE,
            "Direct work",
            (On(CHILD_PARTS, 90),),
        ),
        Page(
            "direct_work:quotes",
            "children/<int:child_pk>/words/",
            views.quotes,
            Power.SEE,
            "In their own words",
        ),
        Page(
            "direct_work:plan_session",
            "children/<int:child_pk>/sessions/plan/",
            session_views.plan_session,
            Power.RECORD,
            "",
            (On(CHILD_ACTIONS, 50, "Plan a session"),),
        ),
        Page(
            "direct_work:hold",
            "children/<int:child_pk>/sessions/new/",
            session_views.hold,
            Power.RECORD,
            "",
            (On(CHILD_ACTIONS, 40, "Record a session or visit"), On(RECORDED_ELSEWHERE, 10, "A visit")),
        ),
        Page(
            "direct_work:set_goal",
            "children/<int:child_pk>/goals/new/",
            goal_views.set_goal,
            Power.RECORD,
        ),
        Page(
            "direct_work:session", "sessions/<int:pk>/", session_views.session, Power.SEE, "Session or visit"
        ),
        Page("direct_work:record_held", "sessions/<int:pk>/held/", session_views.record_held, Power.RECORD),
        Page(
            "direct_work:record_missed",
            "sessions/<int:pk>/missed/",
            session_views.record_missed,
            Power.RECORD,
        ),
        Page(
            "direct_work:keep_words", "sessions/<int:pk>/words/new/", session_views.keep_words, Power.RECORD
        ),
        Page(
            "direct_work:strike_out", "sessions/<int:pk>/correction/", session_views.strike_out, Power.RECORD
        ),
        Page("direct_work:goal", "goals/<int:pk>/", goal_views.goal, Power.SEE, "A goal they set"),
        Page("direct_work:scale", "goals/<int:pk>/scalings/new/", goal_views.scale, Power.RECORD),
        Page("direct_work:end_goal", "goals/<int:pk>/end/", goal_views.end_goal, Power.RECORD),
    ],
    declares=[
        EntryKind("direct_work.session"),
        EntryKind("direct_work.goal"),
        *measures.MEASURES,
        *report_themes.THEMES,
        *broken_links.LINKS,
        PlaceOfLinks("direct_work", 80),
        *adverse.ADVERSE,
        *standards_of("direct_work", rules),
        Duties(duties.STANDARDS, duties.asked, duties.acts),
        *on_pages.PARTS,
        *EVENTS,
    ],
)
