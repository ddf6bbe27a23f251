from __future__ import annotations

from django.urls import path

from kittiwake.practice.plans import views

app_name = "plans"
urlpatterns = [
    path("children/<int:child_pk>/plans/new/", views.write_plan, name="write_plan"),
    path("children/<int:child_pk>/plans/coverage/", views.coverage, name="coverage"),
    path("children/<int:child_pk>/plans/confirmation/", views.keep_plan, name="keep_plan"),
    path("plans/<int:pk>/", views.safety_plan, name="safety_plan"),
    path("plans/<int:pk>/actions/new/", views.add_action, name="add_action"),
    path("plans/<int:pk>/risks/<int:risk_pk>/reason/", views.leave_risk, name="leave_risk"),
    path("plans/<int:pk>/risks/<int:risk_pk>/actions/", views.cover, name="cover"),
    path("plans/<int:pk>/agreements/new/", views.agree, name="agree"),
    path("plans/<int:pk>/oversight/", views.put_forward, name="put_forward"),
    path("plans/<int:pk>/closure/", views.close_plan, name="close_plan"),
    path("plans/<int:pk>/correction/", views.strike_out, name="strike_out"),
    path("plans/actions/<int:pk>/dropping/", views.drop_action, name="drop_action"),
]
