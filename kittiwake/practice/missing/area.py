"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, DAILY
from kittiwake.practice.missing import (
    adverse,
    broken_links,
    duties,
    events,
    measures,
    on_pages,
    report_themes,
    rules,
    settings,
    views,
)
from kittiwake.practice.missing.carer_details import views as carer_details
from kittiwake.practice.missing.escalation import views as escalation
from kittiwake.practice.missing.notifications import views as notifications
from kittiwake.practice.missing.reports import views as reports
from kittiwake.primitives.clocks.duties import Duties
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.primitives.measures.links import PlaceOfLinks
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "missing",
    "Missing",
    place=130,
    pages=[
        Page(
            "missing:report_missing",
            "children/<int:child_pk>/missing/report/",
            views.report_missing,
            Power.REPORT,
            "Report them missing",
            (
                On(CHILD_ACTIONS, 10),
                On(DAILY, 20, "Report missing"),
            ),
        ),
        Page(
            "missing:keep_carer_details",
            "children/<int:child_pk>/missing/carer-details/",
            carer_details.keep_carer_details,
            Power.REPORT,
            "",
            (On(CHILD_ACTIONS, 120, "Keep details for the police"),),
        ),
        Page("missing:episode", "missing/<int:pk>/", views.episode, Power.SEE_MISSING, "Missing episode"),
        Page("missing:add_report", "missing/<int:pk>/reports/", reports.add_report, Power.REPORT),
        Page("missing:record_grade", "missing/<int:pk>/grades/", reports.record_grade, Power.REPORT),
        Page("missing:record_location", "missing/<int:pk>/location/", views.record_location, Power.REPORT),
        Page("missing:record_return", "missing/<int:pk>/return/", views.record_return, Power.REPORT),
        Page("missing:tell", "missing/<int:pk>/told/<slug:recipient>/", notifications.tell, Power.REPORT),
        Page(
            "missing:acknowledge",
            "missing/<int:pk>/acknowledgements/<slug:level>/",
            escalation.acknowledge,
            Power.APPROVE,
        ),
        Page("missing:cancel", "missing/<int:pk>/cancellation/", views.cancel, Power.REPORT),
        Page("missing:strike_out", "missing/<int:pk>/correction/", views.strike_out, Power.RECORD),
        Page(
            "missing:carer_details",
            "missing/carer-details/<int:pk>/",
            carer_details.carer_details,
            Power.SEE_MISSING,
        ),
    ],
    declares=[
        EntryKind("missing.episode", outside=frozenset({Role.PARTNER})),
        EntryKind("missing.carer_details"),
        *measures.MEASURES,
        *report_themes.THEMES,
        *broken_links.LINKS,
        PlaceOfLinks("missing", 10),
        *adverse.ADVERSE,
        *standards_of("missing", rules, settings),
        Duties(duties.STANDARDS, duties.asked),
        *on_pages.PARTS,
        *events.EVENTS,
    ],
)
