"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_PARTS, MENU, STARTS
from kittiwake.practice.transitions import (
    broken_links,
    duties,
    measures,
    report_themes,
    rules,
    settings,
    views,
)
from kittiwake.practice.transitions.adult_services import views as adult_service_views
from kittiwake.practice.transitions.advisers import views as adviser_views
from kittiwake.practice.transitions.entries import views as entry_views
from kittiwake.practice.transitions.events import EVENTS
from kittiwake.practice.transitions.homes import views as home_views
from kittiwake.practice.transitions.recording import KINDS
from kittiwake.primitives.clocks.duties import Duties
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "transitions",
    "Growing up",
    place=200,
    pages=[
        Page(
            "transitions:forward",
            "growing-up/",
            views.forward,
            Power.SEE,
            "Growing up, by birthday",
            (
                On(
                    MENU["Children"],
                    10,
                    "Growing up",
                    "Who turns 16, 17 or 18 next, and what is not there yet.",
                ),
                On(STARTS, 20, "Growing up", "Who turns 18 next, and what is not there yet."),
            ),
        ),
        Page(
            "transitions:transition",
            "children/<int:child_pk>/growing-up/",
            views.transition,
            Power.SEE,
            "Growing up",
            (On(CHILD_PARTS, 120),),
        ),
        Page(
            "transitions:assess", "children/<int:child_pk>/growing-up/assessment/", views.assess, Power.RECORD
        ),
        Page(
            "transitions:agree_pathway",
            "children/<int:child_pk>/growing-up/plan/",
            views.agree_pathway,
            Power.RECORD,
        ),
        Page(
            "transitions:live_at",
            "children/<int:child_pk>/growing-up/home/",
            home_views.live_at,
            Power.RECORD,
        ),
        Page(
            "transitions:make_contact",
            "children/<int:child_pk>/growing-up/contact/",
            adviser_views.make_contact,
            Power.RECORD,
        ),
        Page(
            "transitions:refer",
            "children/<int:child_pk>/growing-up/adult-services/",
            adult_service_views.refer,
            Power.RECORD,
        ),
        Page("transitions:stay", "children/<int:child_pk>/growing-up/staying/", views.stay, Power.RECORD),
        Page(
            "transitions:needs_assessment",
            "growing-up/assessments/<int:pk>/",
            entry_views.needs_assessment,
            Power.SEE,
            "Assessment of need",
        ),
        Page(
            "transitions:pathway",
            "growing-up/plans/<int:pk>/",
            entry_views.pathway,
            Power.SEE,
            "Pathway plan",
        ),
        Page(
            "transitions:home",
            "growing-up/homes/<int:pk>/",
            entry_views.home,
            Power.SEE,
            "Where a care leaver lives",
        ),
        Page(
            "transitions:contact",
            "growing-up/contacts/<int:pk>/",
            entry_views.contact,
            Power.SEE,
            "Personal adviser’s contact",
        ),
        Page(
            "transitions:referral",
            "growing-up/adult-services/<int:pk>/",
            entry_views.referral,
            Power.SEE,
            "Adult services asked",
        ),
        Page(
            "transitions:answer",
            "growing-up/adult-services/<int:pk>/answer/",
            adult_service_views.answer,
            Power.RECORD,
        ),
        Page(
            "transitions:meet",
            "growing-up/adult-services/<int:pk>/meeting/",
            adult_service_views.meet,
            Power.RECORD,
        ),
        Page(
            "transitions:staying",
            "growing-up/staying/<int:pk>/",
            entry_views.staying,
            Power.SEE,
            "The worker who stays",
        ),
        Page(
            "transitions:strike_out",
            "growing-up/entries/<int:pk>/correction/",
            entry_views.strike_out,
            Power.RECORD,
        ),
    ],
    declares=[
        *map(EntryKind, KINDS.values()),
        *measures.MEASURES,
        *report_themes.THEMES,
        *broken_links.LINKS,
        *standards_of("transitions", rules, settings),
        Duties(duties.STANDARDS, duties.asked, duties.acts),
        *EVENTS,
    ],
)
