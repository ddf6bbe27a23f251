from __future__ import annotations

from django.urls import path

from kittiwake.practice.plans import (
    rules,
    views,
    views_of_actions,
    views_of_reviews,
    views_of_writing,
)

app_name = "plans"
urlpatterns = [
    path("children/<int:child_pk>/plans/", views.plans, name="plans"),
    path("children/<int:child_pk>/plans/new/", views_of_writing.write_plan, name="write_plan"),
    path("children/<int:child_pk>/plans/advice/", views_of_writing.plan_advice, name="plan_advice"),
    path("children/<int:child_pk>/plans/coverage/", views_of_actions.coverage, name="coverage"),
    path("children/<int:child_pk>/plans/confirmation/", views.keep_plan, name="keep_plan"),
    path("plans/<int:pk>/actions/new/", views_of_actions.add_action, name="add_action"),
    path("plans/<int:pk>/actions/agreed/", views_of_actions.take_up_action, name="take_up_action"),
    path("plans/<int:pk>/risks/<int:risk_pk>/reason/", views_of_actions.leave_risk, name="leave_risk"),
    path("plans/<int:pk>/risks/<int:risk_pk>/actions/", views_of_actions.cover, name="cover"),
    path("plans/<int:pk>/agreements/new/", views.agree, name="agree"),
    path("plans/<int:pk>/oversight/", views.put_forward, name="put_forward"),
    path("plans/<int:pk>/paper/", views.print_plan, name="print_plan"),
    path("plans/<int:pk>/paper/theirs/", views.print_plan_for_child, name="print_plan_for_child"),
    path("plans/<int:pk>/reviews/new/", views_of_reviews.record_review, name="record_review"),
    path("plans/<int:pk>/closure/", views.close_plan, name="close_plan"),
    path("plans/<int:pk>/correction/", views.strike_out, name="strike_out"),
    path("plans/actions/<int:pk>/dropping/", views_of_actions.drop_action, name="drop_action"),
    path("plan-reviews/<int:pk>/", views_of_reviews.plan_review, name="plan_review"),
    path("plan-reviews/<int:pk>/correction/", views_of_reviews.strike_out_review, name="strike_out_review"),
    # One page, and an address for each kind: an entry's kind is the name of its page, and partners see some kinds.
    *(
        path(f"{kind.replace('_', '-')}s/<int:pk>/", views.plan, {"kind": kind}, name=kind)
        for kind, _ in rules.KINDS
    ),
]
