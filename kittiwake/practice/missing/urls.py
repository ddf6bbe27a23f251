from __future__ import annotations

from django.urls import path

from kittiwake.practice.missing import views

app_name = "missing"
urlpatterns = [
    path("children/<int:child_pk>/missing/report/", views.report_missing, name="report_missing"),
    path(
        "children/<int:child_pk>/missing/carer-details/", views.keep_carer_details, name="keep_carer_details"
    ),
    path("missing/<int:pk>/", views.episode, name="episode"),
    path("missing/<int:pk>/reports/", views.add_report, name="add_report"),
    path("missing/<int:pk>/grades/", views.record_grade, name="record_grade"),
    path("missing/<int:pk>/location/", views.record_location, name="record_location"),
    path("missing/<int:pk>/return/", views.record_return, name="record_return"),
    path("missing/<int:pk>/told/<slug:duty>/", views.tell, name="tell"),
    path("missing/<int:pk>/acknowledgements/<slug:rung>/", views.acknowledge, name="acknowledge"),
    path("missing/<int:pk>/cancellation/", views.cancel, name="cancel"),
    path("missing/<int:pk>/correction/", views.strike_out, name="strike_out"),
    path("missing/carer-details/<int:pk>/", views.carer_details, name="carer_details"),
]
