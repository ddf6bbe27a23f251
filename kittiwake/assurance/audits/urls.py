from __future__ import annotations

from django.urls import path

from kittiwake.assurance.audits import (
    views,
    views_of_actions,
    views_of_learning,
    views_of_marks,
    views_of_programmes,
)

app_name = "audits"
urlpatterns = [
    path("audits/", views_of_programmes.waiting, name="waiting"),
    path("audits/programmes/", views_of_programmes.programmes, name="programmes"),
    path("audits/programmes/new/", views_of_programmes.plan_programme, name="plan_programme"),
    path("audits/programmes/<int:pk>/", views_of_programmes.programme, name="programme"),
    path("audits/programmes/<int:pk>/samples/new/", views_of_programmes.draw_sample, name="draw_sample"),
    path(
        "audits/programmes/<int:pk>/comparison/",
        views_of_programmes.comparison_of_programmes,
        name="comparison_of_programmes",
    ),
    path("audits/samples/<int:pk>/", views_of_programmes.sample, name="sample"),
    path("audits/candidates/<int:pk>/auditor/", views_of_programmes.ask_auditor, name="ask_auditor"),
    path("audits/agreement/", views_of_programmes.agreement, name="agreement"),
    path("audits/themes/", views_of_learning.themes, name="themes"),
    path("audits/themes/new/", views_of_learning.name_theme, name="name_theme"),
    path("audits/themes/<int:pk>/", views_of_learning.theme, name="theme"),
    path("audits/themes/<int:pk>/course/", views_of_learning.train_for_theme, name="train_for_theme"),
    path("audits/learning/new/", views_of_learning.hold_learning_event, name="hold_learning_event"),
    path("audits/learning/<int:pk>/", views_of_learning.learning_event, name="learning_event"),
    path("audits/<int:pk>/moderation/", views_of_marks.ask_moderation, name="ask_moderation"),
    path("audits/<int:pk>/second-mark/", views_of_marks.mark, name="mark"),
    path("audits/<int:pk>/settlement/", views_of_marks.settle_mark, name="settle_mark"),
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
    path("audit-actions/<int:pk>/owner/", views_of_actions.give_action, name="give_action"),
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
