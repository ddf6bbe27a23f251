"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, CHILD_PARTS, STARTS
from kittiwake.practice.duties.slots import RECORDED_ELSEWHERE
from kittiwake.practice.meetings import broken_links, duties, measures, on_pages, report_themes, rules, views
from kittiwake.practice.meetings.agreements import views as agreement_views
from kittiwake.practice.meetings.conferences import views as conference_views
from kittiwake.practice.meetings.events import EVENTS
from kittiwake.practice.meetings.parts import views as part_views
from kittiwake.practice.meetings.usual import views as usual_views
from kittiwake.practice.risk.slots import BECAUSE_OF_ASSESSMENT
from kittiwake.primitives.clocks.duties import Duties
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.primitives.measures.links import PlaceOfLinks
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "meetings",
    "Meetings",
    place=170,
    pages=[
        Page(
            "meetings:meetings",
            "children/<int:child_pk>/meetings/",
            views.meetings,
            Power.SEE_PLANS,
            "Meetings",
            (On(CHILD_PARTS, 40), On(RECORDED_ELSEWHERE, 20, "A conference, core group or review")),
        ),
        Page(
            "meetings:request_meeting",
            "children/<int:child_pk>/meetings/new/",
            views.request_meeting,
            Power.RECORD_MEETINGS,
            "",
            (
                On(CHILD_ACTIONS, 70, "Ask for a meeting"),
                On(BECAUSE_OF_ASSESSMENT, 20, "Ask for a meeting because of this"),
            ),
        ),
        Page("meetings:meeting", "meetings/<int:pk>/", views.meeting, Power.SEE_PLANS, "Meeting"),
        Page("meetings:plan", "meetings/<int:pk>/plan/", views.plan_meeting, Power.RECORD_MEETINGS),
        Page("meetings:invite", "meetings/<int:pk>/people/new/", views.invite, Power.RECORD_MEETINGS),
        Page(
            "meetings:answer",
            "meetings/<int:pk>/people/<int:attendance_pk>/",
            views.answer,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:invite_usual",
            "meetings/<int:pk>/people/usual/",
            usual_views.invite_usual,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:usual_members",
            "meetings/usual-members/",
            usual_views.usual_members,
            Power.RECORD_MEETINGS,
            "Who usually comes to meetings",
            (On(STARTS, 95, "", "Who is invited to panels and other meetings as a rule."),),
        ),
        Page(
            "meetings:add_usual_member",
            "meetings/usual-members/new/",
            usual_views.add_usual_member,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:end_usual_member",
            "meetings/usual-members/<int:pk>/end/",
            usual_views.end_usual_member,
            Power.RECORD_MEETINGS,
        ),
        Page("meetings:hold", "meetings/<int:pk>/holding/", views.hold_meeting, Power.RECORD_MEETINGS),
        Page(
            "meetings:agree",
            "meetings/<int:pk>/agreements/new/",
            agreement_views.agree,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:finish_agreement",
            "meetings/<int:pk>/agreements/<int:agreement_pk>/",
            agreement_views.finish_agreement,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:close", "meetings/<int:pk>/agreed-record/", views.close_meeting, Power.RECORD_MEETINGS
        ),
        Page(
            "meetings:cancel", "meetings/<int:pk>/cancellation/", views.cancel_meeting, Power.RECORD_MEETINGS
        ),
        Page(
            "meetings:add_child",
            "meetings/<int:pk>/children/new/",
            part_views.add_child,
            Power.RECORD_MEETINGS,
        ),
        Page("meetings:write_part", "meetings/<int:pk>/part/", part_views.write_part, Power.RECORD_MEETINGS),
        Page(
            "meetings:decide",
            "meetings/<int:pk>/decisions/new/",
            part_views.decide,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:act_on_decision",
            "meetings/<int:pk>/decisions/<int:decision_pk>/action/",
            part_views.act_on_decision,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:end_enquiry",
            "meetings/<int:pk>/enquiry/",
            part_views.end_enquiry,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:let_in_partner",
            "meetings/<int:pk>/partners/new/",
            part_views.let_in_partner,
            Power.RECORD,
        ),
        Page("meetings:strike_out", "meetings/<int:pk>/correction/", part_views.strike_out, Power.RECORD),
        Page(
            "meetings:print_pack",
            "meetings/<int:pk>/papers.pdf",
            part_views.print_pack,
            Power.SEE_PLANS,
            "Papers for a meeting",
        ),
        Page(
            "meetings:print_record",
            "meetings/<int:pk>/record.pdf",
            part_views.print_record,
            Power.SEE_PLANS,
            "Record of a meeting",
        ),
        Page(
            "meetings:conferences",
            "context-conferences/",
            conference_views.conferences,
            Power.SEE_PLANS,
            "",
            (
                On(
                    STARTS,
                    90,
                    "Context conferences",
                    "About places and groups; no child is named.",
                    powers=(Power.RECORD_MEETINGS,),
                ),
            ),
        ),
        Page(
            "meetings:request_conference",
            "context-conferences/new/",
            conference_views.request_conference,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:conference",
            "context-conferences/<int:conference_pk>/",
            conference_views.conference,
            Power.SEE_PLANS,
        ),
        Page(
            "meetings:plan_conference",
            "context-conferences/<int:conference_pk>/plan/",
            views.plan_meeting,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:invite_conference",
            "context-conferences/<int:conference_pk>/people/new/",
            views.invite,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:invite_usual_conference",
            "context-conferences/<int:conference_pk>/people/usual/",
            usual_views.invite_usual,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:answer_conference",
            "context-conferences/<int:conference_pk>/people/<int:attendance_pk>/",
            views.answer,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:hold_conference",
            "context-conferences/<int:conference_pk>/holding/",
            views.hold_meeting,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:agree_conference",
            "context-conferences/<int:conference_pk>/agreements/new/",
            agreement_views.agree,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:finish_agreement_conference",
            "context-conferences/<int:conference_pk>/agreements/<int:agreement_pk>/",
            agreement_views.finish_agreement,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:close_conference",
            "context-conferences/<int:conference_pk>/agreed-record/",
            views.close_meeting,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:cancel_conference",
            "context-conferences/<int:conference_pk>/cancellation/",
            views.cancel_meeting,
            Power.RECORD_MEETINGS,
        ),
    ],
    declares=[
        EntryKind("meetings.meeting", let_in=frozenset({Role.PARTNER})),
        *measures.MEASURES,
        *report_themes.THEMES,
        *broken_links.LINKS,
        PlaceOfLinks("meetings", 30),
        *standards_of("meetings", rules, broken_links),
        Duties(duties.STANDARDS, duties.asked, duties.acts),
        *on_pages.PARTS,
        *EVENTS,
    ],
)
