from __future__ import annotations

from django.urls import path

from kittiwake.practice.risk import views, views_of_assessments, views_of_contexts

app_name = "risk"
urlpatterns = [
    path("children/<int:child_pk>/risks/", views.risks, name="risks"),
    path("children/<int:child_pk>/risks/new/", views.open_risk, name="open_risk"),
    path("risks/<int:pk>/", views.presenting_risk, name="presenting_risk"),
    path("risks/<int:pk>/movements/", views.move_risk, name="move_risk"),
    path("risks/<int:pk>/closure/", views.close_risk, name="close_risk"),
    path("risks/<int:pk>/correction/", views.strike_out, name="strike_out"),
    path("children/<int:child_pk>/assessments/", views_of_assessments.assessments, name="assessments"),
    path(
        "children/<int:child_pk>/assessments/<slug:purpose>/new/", views_of_assessments.assess, name="assess"
    ),
    path("assessments/<int:pk>/", views_of_assessments.assessment, name="assessment"),
    path("assessments/<int:pk>/risks/", views_of_assessments.settle, name="settle"),
    path("assessments/<int:pk>/second-mark/", views_of_assessments.ask_second_mark, name="ask_second_mark"),
    path("assessments/<int:pk>/second-mark/new/", views_of_assessments.mark, name="mark"),
    path(
        "assessments/<int:pk>/correction/",
        views_of_assessments.strike_out_assessment,
        name="strike_out_assessment",
    ),
    path("assessments/earlier-version/", views_of_assessments.earlier_version, name="earlier_version"),
    path("assessments/agreement/", views_of_contexts.agreement, name="agreement"),
    path("contexts/", views_of_contexts.contexts, name="contexts"),
    path("contexts/new/", views_of_contexts.open_context, name="open_context"),
    path("contexts/<int:pk>/", views_of_contexts.context, name="context"),
    path("contexts/<int:pk>/assessments/new/", views_of_contexts.assess_context, name="assess_context"),
]
