from __future__ import annotations

from django.urls import path

from kittiwake.assurance.workforce import views, views_of_posts

app_name = "workforce"
urlpatterns = [
    path("caseloads/", views.caseloads, name="caseloads"),
    path("workforce-census/", views.censuses, name="censuses"),
    path("posts/", views_of_posts.posts, name="posts"),
    path("posts/new/", views_of_posts.add_post, name="add_post"),
    path("caseloads/agreement/", views_of_posts.agree_caseload, name="agree_caseload"),
    path("staff/<int:pk>/", views.worker, name="worker"),
    path("staff/<int:pk>/engagements/new/", views.engage, name="engage"),
    path("staff/<int:pk>/end/", views.end, name="end"),
    path("staff/<int:pk>/first-year/", views.start_supported_year, name="start_supported_year"),
    path("staff/<int:pk>/first-year/steps/", views.hold_step, name="hold_step"),
    path("staff/<int:pk>/absences/new/", views.record_absence, name="record_absence"),
]
