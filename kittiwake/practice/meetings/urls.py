from __future__ import annotations

from django.urls import path

from kittiwake.practice.meetings import views, views_of_parts

app_name = "meetings"
# What is done to a meeting as such, from a child's part of it and from a conference: (address, view, word).
COMMON = [
    ("plan/", views.plan_meeting, "plan"),
    ("people/new/", views.invite, "invite"),
    ("people/<int:attendance_pk>/", views.answer, "answer"),
    ("holding/", views.hold_meeting, "hold"),
    ("agreements/new/", views.agree, "agree"),
    ("agreements/<int:agreement_pk>/", views.finish_agreement, "finish_agreement"),
    ("agreed-record/", views.close_meeting, "close"),
    ("cancellation/", views.cancel_meeting, "cancel"),
]
urlpatterns = [
    path("children/<int:child_pk>/meetings/", views.meetings, name="meetings"),
    path("children/<int:child_pk>/meetings/new/", views.request_meeting, name="request_meeting"),
    path("meetings/<int:pk>/", views.meeting, name="meeting"),
    *(path(f"meetings/<int:pk>/{address}", view, name=word) for address, view, word in COMMON),
    path("meetings/<int:pk>/children/new/", views_of_parts.add_child, name="add_child"),
    path("meetings/<int:pk>/part/", views_of_parts.write_part, name="write_part"),
    path("meetings/<int:pk>/decisions/new/", views_of_parts.decide, name="decide"),
    path(
        "meetings/<int:pk>/decisions/<int:decision_pk>/action/",
        views_of_parts.act_on_decision,
        name="act_on_decision",
    ),
    path("meetings/<int:pk>/enquiry/", views_of_parts.end_enquiry, name="end_enquiry"),
    path("meetings/<int:pk>/partners/new/", views_of_parts.let_in_partner, name="let_in_partner"),
    path("meetings/<int:pk>/correction/", views_of_parts.strike_out, name="strike_out"),
    path("meetings/<int:pk>/papers.pdf", views_of_parts.print_pack, name="print_pack"),
    path("meetings/<int:pk>/record.pdf", views_of_parts.print_record, name="print_record"),
    path("context-conferences/", views.conferences, name="conferences"),
    path("context-conferences/new/", views.request_conference, name="request_conference"),
    path("context-conferences/<int:conference_pk>/", views.conference, name="conference"),
    *(
        path(f"context-conferences/<int:conference_pk>/{address}", view, name=f"{word}_conference")
        for address, view, word in COMMON
    ),
]
