from __future__ import annotations

from django.urls import path

from kittiwake.assurance.audits import views, views_of_actions

app_name = "audits"
urlpatterns = [
    path("children/<int:child_pk>/audits/", views.audits_of_child, name="audits_of_child"),
    path("children/<int:child_pk>/audits/<int:programme_pk>/new/", views.record_audit, name="record_audit"),
    path("audits/<int:pk>/", views.audit, name="audit"),
    path("audits/<int:pk>/safety/", views.make_safe_after_audit, name="make_safe_after_audit"),
    path("audits/<int:pk>/correction/", views.strike_out_audit, name="strike_out_audit"),
    path("audits/<int:pk>/actions/new/", views_of_actions.raise_action, name="raise_action"),
    path("audit-actions/<int:pk>/", views_of_actions.action, name="action"),
    path(
        "audit-actions/<int:pk>/focus/", views_of_actions.check_focus_of_action, name="check_focus_of_action"
    ),
    path("audit-actions/<int:pk>/discussion/", views_of_actions.discuss_action, name="discuss_action"),
    path("audit-actions/<int:pk>/evidence/", views_of_actions.finish_action, name="finish_action"),
    path("audit-actions/<int:pk>/check/", views_of_actions.check_action, name="check_action"),
    path(
        "audit-actions/<int:pk>/effect/",
        views_of_actions.confirm_effect_of_action,
        name="confirm_effect_of_action",
    ),
    path("audit-actions/<int:pk>/closing/", views_of_actions.close_action, name="close_action"),
    path("audit-actions/<int:pk>/reopening/", views_of_actions.reopen_action, name="reopen_action"),
    path("audit-actions/<int:pk>/correction/", views_of_actions.strike_out_action, name="strike_out_action"),
]
