"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, CHILD_PARTS
from kittiwake.practice.direct_work.slots import BECAUSE_OF_SESSION
from kittiwake.practice.duties.slots import RECORDED_ELSEWHERE
from kittiwake.practice.plans import (
    broken_links,
    duties,
    measures,
    on_pages,
    overseen,
    report_themes,
    rules,
    views,
)
from kittiwake.practice.plans.actions import views as action_views
from kittiwake.practice.plans.coverage import views as coverage_views
from kittiwake.practice.plans.events import EVENTS
from kittiwake.practice.plans.reviews import views as review_views
from kittiwake.practice.plans.rules import CALLED, IN_NEED, OUTSIDE_HOME, PROTECTION, SAFETY
from kittiwake.practice.plans.writing import views as writing_views
from kittiwake.practice.return_interviews.follow_ups import PLAN, FollowUp
from kittiwake.practice.return_interviews.slots import CHANGE_THE_PLAN
from kittiwake.practice.risk.slots import BECAUSE_OF_ASSESSMENT, OF_A_RISK, OF_RISKS
from kittiwake.primitives.clocks.duties import Duties
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.primitives.measures.consistency import Consistency
from kittiwake.primitives.measures.links import PlaceOfLinks
from kittiwake.record.kinds import EntryKind

# Partners who were let in read the plans that they have a part in.
SHARED = {SAFETY, IN_NEED, PROTECTION, OUTSIDE_HOME}

AREA = Area(
    "plans",
    "Plans",
    place=190,
    pages=[
        # One page, and an address for each kind: an entry's kind is the name of its page, and partners see some kinds.
        *(
            Page(
                f"plans:{kind}",
                f"{kind.replace('_', '-')}s/<int:pk>/",
                views.plan,
                Power.SEE_PLANS,
                title,
                given={"kind": kind},
            )
            for kind, title in CALLED.items()
        ),
        Page(
            "plans:plans",
            "children/<int:child_pk>/plans/",
            views.plans,
            Power.SEE_PLANS,
            "Plans",
            (On(CHILD_PARTS, 60), On(RECORDED_ELSEWHERE, 30, "A plan")),
        ),
        Page(
            "plans:write_plan",
            "children/<int:child_pk>/plans/new/",
            writing_views.write_plan,
            Power.RECORD,
            "",
            (
                On(CHILD_ACTIONS, 80, "Write a safety plan"),
                On(BECAUSE_OF_SESSION, 10, "Change the plan because of this"),
                On(CHANGE_THE_PLAN, 10),
                On(BECAUSE_OF_ASSESSMENT, 10, "Change the plan because of this"),
            ),
        ),
        Page(
            "plans:plan_advice",
            "children/<int:child_pk>/plans/advice/",
            writing_views.plan_advice,
            Power.RECORD,
            is_repeatable=True,
        ),
        Page(
            "plans:coverage",
            "children/<int:child_pk>/plans/coverage/",
            coverage_views.coverage,
            Power.SEE,
            "What the plan covers",
            (
                On(CHILD_PARTS, 70, "Plans and risks", powers=(Power.SEE_PLANS,)),
                On(OF_A_RISK, 10, "What the plan does about it"),
                On(OF_RISKS, 10, "What the plan does about each"),
            ),
        ),
        Page("plans:keep_plan", "children/<int:child_pk>/plans/confirmation/", views.keep_plan, Power.RECORD),
        Page("plans:add_action", "plans/<int:pk>/actions/new/", action_views.add_action, Power.RECORD),
        Page(
            "plans:take_up_action",
            "plans/<int:pk>/actions/agreed/",
            action_views.take_up_action,
            Power.RECORD,
        ),
        Page(
            "plans:leave_risk",
            "plans/<int:pk>/risks/<int:risk_pk>/reason/",
            coverage_views.leave_risk,
            Power.RECORD,
        ),
        Page(
            "plans:cover", "plans/<int:pk>/risks/<int:risk_pk>/actions/", coverage_views.cover, Power.RECORD
        ),
        Page("plans:agree", "plans/<int:pk>/agreements/new/", views.agree, Power.RECORD),
        Page("plans:put_forward", "plans/<int:pk>/oversight/", views.put_forward, Power.RECORD),
        Page("plans:print_plan", "plans/<int:pk>/paper/", views.print_plan, Power.SEE_PLANS, "Plan on paper"),
        Page(
            "plans:print_plan_for_child",
            "plans/<int:pk>/paper/theirs/",
            views.print_plan_for_child,
            Power.RECORD,
            "Plan on paper, for the child",
        ),
        Page("plans:record_review", "plans/<int:pk>/reviews/new/", review_views.record_review, Power.RECORD),
        Page("plans:close_plan", "plans/<int:pk>/closure/", views.close_plan, Power.RECORD),
        Page("plans:strike_out", "plans/<int:pk>/correction/", views.strike_out, Power.RECORD),
        Page(
            "plans:drop_action",
            "plans/actions/<int:pk>/dropping/",
            action_views.drop_action,
            Power.RECORD,
        ),
        Page(
            "plans:plan_review",
            "plan-reviews/<int:pk>/",
            review_views.plan_review,
            Power.SEE_PLANS,
            "Review of a plan",
        ),
        Page(
            "plans:strike_out_review",
            "plan-reviews/<int:pk>/correction/",
            review_views.strike_out_review,
            Power.RECORD,
        ),
    ],
    declares=[
        *(EntryKind(f"plans.{kind}", outside=frozenset({Role.PARTNER})) for kind in SHARED),
        *(EntryKind(f"plans.{kind}") for kind in CALLED if kind not in SHARED),
        EntryKind("plans.plan_review"),
        *measures.MEASURES,
        *report_themes.THEMES,
        Consistency("Plans", ("P33b", "P44", "P44b")),
        *broken_links.LINKS,
        PlaceOfLinks("plans", 50),
        *overseen.OVERSEEN,
        *standards_of("plans", rules),
        Duties(duties.STANDARDS, duties.asked, duties.acts),
        *on_pages.PARTS,
        *EVENTS,
        FollowUp(PLAN, frozenset(f"plans.{kind}" for kind in CALLED)),
    ],
)
