"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_ACTIONS, CHILD_PARTS, STARTS
from kittiwake.practice.duties.slots import RECORDED_ELSEWHERE
from kittiwake.practice.meetings import views, views_of_parts
from kittiwake.practice.risk.slots import BECAUSE_OF_ASSESSMENT
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
        Page("meetings:hold", "meetings/<int:pk>/holding/", views.hold_meeting, Power.RECORD_MEETINGS),
        Page("meetings:agree", "meetings/<int:pk>/agreements/new/", views.agree, Power.RECORD_MEETINGS),
        Page(
            "meetings:finish_agreement",
            "meetings/<int:pk>/agreements/<int:agreement_pk>/",
            views.finish_agreement,
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
            views_of_parts.add_child,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:write_part", "meetings/<int:pk>/part/", views_of_parts.write_part, Power.RECORD_MEETINGS
        ),
        Page(
            "meetings:decide",
            "meetings/<int:pk>/decisions/new/",
            views_of_parts.decide,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:act_on_decision",
            "meetings/<int:pk>/decisions/<int:decision_pk>/action/",
            views_of_parts.act_on_decision,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:end_enquiry",
            "meetings/<int:pk>/enquiry/",
            views_of_parts.end_enquiry,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:let_in_partner",
            "meetings/<int:pk>/partners/new/",
            views_of_parts.let_in_partner,
            Power.RECORD,
        ),
        Page("meetings:strike_out", "meetings/<int:pk>/correction/", views_of_parts.strike_out, Power.RECORD),
        Page(
            "meetings:print_pack",
            "meetings/<int:pk>/papers.pdf",
            views_of_parts.print_pack,
            Power.SEE_PLANS,
            "Papers for a meeting",
        ),
        Page(
            "meetings:print_record",
            "meetings/<int:pk>/record.pdf",
            views_of_parts.print_record,
            Power.SEE_PLANS,
            "Record of a meeting",
        ),
        Page(
            "meetings:conferences",
            "context-conferences/",
            views.conferences,
            Power.SEE_PLANS,
            "",
            (
                On(
                    STARTS,
                    90,
                    "Context conferences",
                    "About places and groups; no child is named.",
                    power=Power.RECORD_MEETINGS,
                ),
            ),
        ),
        Page(
            "meetings:request_conference",
            "context-conferences/new/",
            views.request_conference,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:conference",
            "context-conferences/<int:conference_pk>/",
            views.conference,
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
            views.agree,
            Power.RECORD_MEETINGS,
        ),
        Page(
            "meetings:finish_agreement_conference",
            "context-conferences/<int:conference_pk>/agreements/<int:agreement_pk>/",
            views.finish_agreement,
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
    ],
)
