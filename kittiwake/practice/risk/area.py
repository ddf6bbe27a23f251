"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, CHILD_PARTS, MENU
from kittiwake.practice.risk import (
    adverse,
    broken_links,
    duties,
    measures,
    on_pages,
    overseen,
    rules,
    settings,
    views,
    views_of_assessments,
    views_of_contexts,
)
from kittiwake.primitives.clocks.duties import Duties
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.primitives.measures.links import PlaceOfLinks
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "risk",
    "Risk",
    place=120,
    pages=[
        Page(
            "risk:risks",
            "children/<int:child_pk>/risks/",
            views.risks,
            Power.SEE,
            "Risks",
            (On(CHILD_PARTS, 30),),
        ),
        Page(
            "risk:open_risk",
            "children/<int:child_pk>/risks/new/",
            views.open_risk,
            Power.RECORD,
            "",
            (On(CHILD_ACTIONS, 60, "Record a risk"),),
        ),
        Page("risk:presenting_risk", "risks/<int:pk>/", views.presenting_risk, Power.SEE, "Risk"),
        Page("risk:move_risk", "risks/<int:pk>/movements/", views.move_risk, Power.RECORD),
        Page("risk:close_risk", "risks/<int:pk>/closure/", views.close_risk, Power.RECORD),
        Page("risk:strike_out", "risks/<int:pk>/correction/", views.strike_out, Power.RECORD),
        Page(
            "risk:assessments",
            "children/<int:child_pk>/assessments/",
            views_of_assessments.assessments,
            Power.SEE,
            "Exploitation risk assessments",
            (On(CHILD_PARTS, 50, "Assessments"),),
        ),
        Page(
            "risk:assess",
            "children/<int:child_pk>/assessments/<slug:purpose>/new/",
            views_of_assessments.assess,
            Power.RECORD,
        ),
        Page(
            "risk:assessment",
            "assessments/<int:pk>/",
            views_of_assessments.assessment,
            Power.SEE,
            "Exploitation risk assessment",
        ),
        Page("risk:settle", "assessments/<int:pk>/risks/", views_of_assessments.settle, Power.RECORD),
        Page(
            "risk:ask_second_mark",
            "assessments/<int:pk>/second-mark/",
            views_of_assessments.ask_second_mark,
            Power.RECORD,
        ),
        Page("risk:mark", "assessments/<int:pk>/second-mark/new/", views_of_assessments.mark, Power.RECORD),
        Page(
            "risk:strike_out_assessment",
            "assessments/<int:pk>/correction/",
            views_of_assessments.strike_out_assessment,
            Power.RECORD,
        ),
        Page(
            "risk:earlier_version",
            "assessments/earlier-version/",
            views_of_assessments.earlier_version,
            Power.SEE,
        ),
        Page("risk:agreement", "assessments/agreement/", views_of_contexts.agreement, Power.OPEN_FIGURES),
        Page(
            "risk:contexts",
            "contexts/",
            views_of_contexts.contexts,
            Power.SEE,
            "",
            (
                On(
                    MENU["Children"],
                    30,
                    "Places and groups",
                    "Places and groups where children are harmed, and what is done about them.",
                ),
            ),
        ),
        Page("risk:open_context", "contexts/new/", views_of_contexts.open_context, Power.RECORD),
        Page("risk:context", "contexts/<int:pk>/", views_of_contexts.context, Power.SEE),
        Page(
            "risk:assess_context",
            "contexts/<int:pk>/assessments/new/",
            views_of_contexts.assess_context,
            Power.RECORD,
        ),
    ],
    declares=[
        EntryKind("risk.presenting_risk"),
        EntryKind("risk.assessment"),
        *measures.MEASURES,
        *broken_links.LINKS,
        PlaceOfLinks("risk", 40),
        *adverse.ADVERSE,
        *overseen.OVERSEEN,
        *standards_of("risk", rules, settings),
        Duties(duties.STANDARDS, duties.asked, duties.acts),
        *on_pages.PARTS,
    ],
)
