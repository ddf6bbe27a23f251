from __future__ import annotations

from django.urls import path

from kittiwake.assurance.workforce import (
    views,
    views_of_absences,
    views_of_leaving,
    views_of_posts,
    views_of_training,
)

app_name = "workforce"
urlpatterns = [
    path("caseloads/", views.caseloads, name="caseloads"),
    path("workforce-census/", views.censuses, name="censuses"),
    path("posts/", views_of_posts.posts, name="posts"),
    path("posts/new/", views_of_posts.add_post, name="add_post"),
    path("posts/teams/<int:pk>/", views_of_posts.team_posts, name="team_posts"),
    path("posts/<int:pk>/end/", views_of_posts.end_post, name="end_post"),
    path("managers/", views_of_posts.managers, name="managers"),
    path("caseloads/agreement/", views_of_posts.agree_caseload, name="agree_caseload"),
    path("staff/<int:pk>/", views.worker, name="worker"),
    path("staff/<int:pk>/engagements/new/", views.engage, name="engage"),
    path("staff/<int:pk>/move/", views.move, name="move"),
    path("staff/<int:pk>/first-year/", views.start_supported_year, name="start_supported_year"),
    path("staff/<int:pk>/first-year/steps/", views.hold_step, name="hold_step"),
    path("staff/<int:pk>/absences/new/", views_of_absences.record_absence, name="record_absence"),
    path("absences/<int:pk>/back/", views_of_absences.come_back, name="come_back"),
    path("absences/<int:pk>/strike-out/", views_of_absences.strike_out_absence, name="strike_out_absence"),
    path("leavers/", views_of_leaving.leavers, name="leavers"),
    path("staff/<int:pk>/exit-interview/", views_of_leaving.hold_exit_interview, name="hold_exit_interview"),
    path("exit-interviews/<int:pk>/", views_of_leaving.exit_interview, name="exit_interview"),
    path(
        "exit-interviews/<int:pk>/strike-out/",
        views_of_leaving.strike_out_exit_interview,
        name="strike_out_exit_interview",
    ),
    path("courses/", views_of_training.courses, name="courses"),
    path("courses/new/", views_of_training.plan_course, name="plan_course"),
    path("courses/<int:pk>/", views_of_training.course, name="course"),
    path("courses/<int:pk>/ask/", views_of_training.ask_to_come, name="ask_to_come"),
    path("courses/<int:pk>/came/", views_of_training.came, name="came"),
]
