"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import MENU, STARTS
from kittiwake.assurance.inspection import events, on_pages, settings, views
from kittiwake.assurance.inspection.actions import views as actions_views
from kittiwake.assurance.inspection.around import AROUND
from kittiwake.assurance.inspection.concerns import views as concerns_views
from kittiwake.assurance.inspection.crosswalk import views as crosswalk_views
from kittiwake.assurance.inspection.evidence import views as evidence_views
from kittiwake.assurance.inspection.inspectors import views as inspectors_views
from kittiwake.assurance.inspection.pack import parts
from kittiwake.assurance.inspection.pack import views as pack_views
from kittiwake.assurance.inspection.samples import views as samples_views
from kittiwake.assurance.inspection.self_evaluation import views as self_evaluation_views
from kittiwake.primitives.clocks.standards import standards_of

SEE, RECORD = Power.SEE_INSPECTIONS, Power.RECORD_INSPECTIONS
HINT = "What inspectors found, what is done about it, and what shows it."
# Whoever is the first to ask for figures with new code makes the SQL of all measures (insight.area).
FIGURES_SECONDS, PAPERS_SECONDS = 120, 60

AREA = Area(
    "inspection",
    "Inspections",
    place=259,
    prefix="inspections/",
    pages=[
        Page(
            "inspection:inspections",
            "",
            views.inspections,
            SEE,
            "Inspections and visits",
            (
                On(AROUND, 10),
                On(MENU["The work"], 150, "Inspections", HINT),
                On(STARTS, 90, "Inspections", HINT),
            ),
        ),
        Page("inspection:expect_inspection", "new/", views.expect_inspection, RECORD),
        Page("inspection:inspection", "<int:pk>/", views.inspection, SEE, seconds=FIGURES_SECONDS),
        Page("inspection:change_inspection", "<int:pk>/dates/", views.change_inspection, RECORD),
        Page("inspection:report_inspection", "<int:pk>/report/", views.report_inspection, RECORD),
        Page("inspection:call_off_inspection", "<int:pk>/end/", views.call_off_inspection, RECORD),
        Page("inspection:raise_concern", "<int:pk>/concerns/new/", concerns_views.raise_concern, RECORD),
        Page(
            "inspection:concerns",
            "concerns/",
            concerns_views.concerns,
            SEE,
            "Concerns",
            (On(AROUND, 20),),
            seconds=FIGURES_SECONDS,
        ),
        Page(
            "inspection:concern", "concerns/<int:pk>/", concerns_views.concern, SEE, seconds=FIGURES_SECONDS
        ),
        Page("inspection:give_concern", "concerns/<int:pk>/owner/", concerns_views.give_concern, RECORD),
        Page(
            "inspection:judge_concern",
            "concerns/<int:pk>/progress/",
            concerns_views.judge_concern,
            RECORD,
            seconds=FIGURES_SECONDS,
        ),
        Page(
            "inspection:close_concern",
            "concerns/<int:pk>/closing/",
            concerns_views.close_concern,
            RECORD,
            seconds=FIGURES_SECONDS,
        ),
        Page(
            "inspection:reopen_concern", "concerns/<int:pk>/reopening/", concerns_views.reopen_concern, RECORD
        ),
        Page("inspection:raise_action", "concerns/<int:pk>/actions/new/", actions_views.raise_action, RECORD),
        Page("inspection:finish_action", "actions/<int:pk>/outcome/", actions_views.finish_action, RECORD),
        Page("inspection:drop_action", "actions/<int:pk>/dropping/", actions_views.drop_action, RECORD),
        Page(
            "inspection:put_in_evidence",
            "concerns/<int:pk>/evidence/new/",
            evidence_views.put_in_evidence,
            RECORD,
            seconds=FIGURES_SECONDS,
        ),
        Page(
            "inspection:set_evidence_aside",
            "evidence/<int:pk>/end/",
            evidence_views.set_evidence_aside,
            RECORD,
        ),
        Page(
            "inspection:points",
            "letter-to-evidence/",
            crosswalk_views.points,
            SEE,
            "From a letter to evidence",
            (On(AROUND, 30),),
            seconds=FIGURES_SECONDS,
        ),
        Page(
            "inspection:point",
            "letter-to-evidence/<slug:key>/",
            crosswalk_views.point,
            SEE,
            seconds=FIGURES_SECONDS,
        ),
        Page(
            "inspection:self_evaluation",
            "self-evaluation/",
            self_evaluation_views.self_evaluation,
            SEE,
            "Self-evaluation",
            (On(AROUND, 40),),
            seconds=FIGURES_SECONDS,
        ),
        Page(
            "inspection:self_evaluation_version",
            "self-evaluation/<int:pk>/",
            self_evaluation_views.self_evaluation_version,
            SEE,
            seconds=FIGURES_SECONDS,
        ),
        Page(
            "inspection:begin_self_evaluation",
            "self-evaluation/new/",
            self_evaluation_views.begin_self_evaluation,
            RECORD,
        ),
        Page(
            "inspection:write_claim",
            "self-evaluation/<int:pk>/claims/new/",
            self_evaluation_views.write_claim,
            RECORD,
        ),
        Page(
            "inspection:change_claim",
            "self-evaluation/claims/<int:pk>/",
            self_evaluation_views.change_claim,
            RECORD,
        ),
        Page(
            "inspection:take_out_claim",
            "self-evaluation/claims/<int:pk>/end/",
            self_evaluation_views.take_out_claim,
            RECORD,
        ),
        Page(
            "inspection:approve_self_evaluation",
            "self-evaluation/<int:pk>/approval/",
            self_evaluation_views.approve_self_evaluation,
            Power.PUBLISH,
            seconds=FIGURES_SECONDS,
        ),
        Page(
            "inspection:samples",
            "samples/",
            samples_views.samples,
            SEE,
            "Samples of children",
            (On(AROUND, 50),),
        ),
        Page("inspection:sample", "samples/<int:pk>/", samples_views.sample, SEE),
        Page("inspection:draw_sample", "samples/new/", samples_views.draw_sample, Power.MAKE_LISTS),
        Page("inspection:packs", "packs/", pack_views.packs, SEE, "Visit packs", (On(AROUND, 60),)),
        Page("inspection:pack", "packs/<int:pk>/", pack_views.pack, SEE),
        Page("inspection:ask_for_pack", "packs/new/", pack_views.ask_for_pack, Power.MAKE_REPORTS),
        Page("inspection:release_pack", "packs/<int:pk>/release/", pack_views.release_pack, Power.PUBLISH),
        Page(
            "inspection:fetch_pack",
            "packs/<int:pk>/file/",
            pack_views.fetch_pack,
            Power.MAKE_REPORTS,
            "File of a visit pack",
            is_repeatable=True,
            seconds=PAPERS_SECONDS,
        ),
        Page(
            "inspection:inspectors",
            "inspectors/",
            inspectors_views.inspectors,
            Power.SEE_READINGS,
            "What inspectors opened",
            (On(AROUND, 70),),
        ),
        Page(
            "inspection:what_you_see",
            "what-you-see/",
            inspectors_views.what_you_see,
            SEE,
            "What you may see here, and until when",
            (On(AROUND, 80, "What you may see"),),
        ),
    ],
    declares=[*events.EVENTS, *standards_of("inspection", settings), *parts.PARTS, *on_pages.PARTS],
)
