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
    events,
    measures,
    on_pages,
    overseen,
    report_themes,
    rules,
    settings,
)
from kittiwake.practice.risk.assessments import measures as found_out
from kittiwake.practice.risk.assessments import views as assessments
from kittiwake.practice.risk.contexts import views as contexts
from kittiwake.practice.risk.presenting import views as presenting
from kittiwake.primitives.clocks.duties import Duties
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.primitives.measures.consistency import Consistency
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
            presenting.risks,
            Power.SEE,
            "Risks",
            (On(CHILD_PARTS, 30),),
        ),
        Page(
            "risk:open_risk",
            "children/<int:child_pk>/risks/new/",
            presenting.open_risk,
            Power.RECORD,
            "",
            (On(CHILD_ACTIONS, 60, "Record a risk"),),
        ),
        Page("risk:presenting_risk", "risks/<int:pk>/", presenting.presenting_risk, Power.SEE, "Risk"),
        Page("risk:move_risk", "risks/<int:pk>/movements/", presenting.move_risk, Power.RECORD),
        Page("risk:close_risk", "risks/<int:pk>/closure/", presenting.close_risk, Power.RECORD),
        Page("risk:strike_out", "risks/<int:pk>/correction/", presenting.strike_out, Power.RECORD),
        Page(
            "risk:assessments",
            "children/<int:child_pk>/assessments/",
            assessments.assessments,
            Power.SEE,
            "Exploitation risk assessments",
            (On(CHILD_PARTS, 50, "Assessments"),),
        ),
        Page(
            "risk:assess",
            "children/<int:child_pk>/assessments/<slug:purpose>/new/",
            assessments.assess,
            Power.RECORD,
        ),
        Page(
            "risk:assessment",
            "assessments/<int:pk>/",
            assessments.assessment,
            Power.SEE,
            "Exploitation risk assessment",
        ),
        Page("risk:settle", "assessments/<int:pk>/risks/", assessments.settle, Power.RECORD),
        Page(
            "risk:ask_second_mark",
            "assessments/<int:pk>/second-mark/",
            assessments.ask_second_mark,
            Power.RECORD,
        ),
        Page("risk:mark", "assessments/<int:pk>/second-mark/new/", assessments.mark, Power.RECORD),
        Page(
            "risk:strike_out_assessment",
            "assessments/<int:pk>/correction/",
            assessments.strike_out_assessment,
            Power.RECORD,
        ),
        Page(
            "risk:earlier_version",
            "assessments/earlier-version/",
            assessments.earlier_version,
            Power.SEE,
        ),
        Page("risk:agreement", "assessments/agreement/", assessments.agreement, Power.OPEN_FIGURES),
        Page(
            "risk:contexts",
            "contexts/",
            contexts.contexts,
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
        Page("risk:open_context", "contexts/new/", contexts.open_context, Power.RECORD),
        Page("risk:context", "contexts/<int:pk>/", contexts.context, Power.SEE),
        Page(
            "risk:assess_context",
            "contexts/<int:pk>/assessments/new/",
            contexts.assess_context,
            Power.RECORD,
        ),
    ],
    declares=[
        EntryKind("risk.presenting_risk"),
        EntryKind("risk.assessment"),
        *measures.MEASURES,
        *report_themes.THEMES,
        Consistency("Assessments", ("P38",)),
        Consistency("Oversight", ("P40d",)),
        *found_out.MEASURES,
        *broken_links.LINKS,
        PlaceOfLinks("risk", 40),
        *adverse.ADVERSE,
        *overseen.OVERSEEN,
        *standards_of("risk", rules, settings),
        Duties(duties.STANDARDS, duties.asked, duties.acts),
        *on_pages.PARTS,
        *events.EVENTS,
    ],
)
