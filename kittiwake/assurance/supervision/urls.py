from __future__ import annotations

from django.urls import path

from kittiwake.assurance.supervision import views, views_of_personal, views_of_teams

app_name = "supervision"
urlpatterns = [
    path("supervision/", views_of_teams.mine, name="mine"),
    path("supervision/team/", views_of_teams.team, name="team"),
    path("supervision/quality/", views_of_teams.quality, name="quality"),
    path("supervision/agreements/new/", views_of_teams.agree, name="agree"),
    path("supervision/agreements/<int:pk>/", views_of_teams.agreement, name="agreement"),
    path("supervision/agreements/<int:pk>/end/", views_of_teams.end_agreement, name="end_agreement"),
    path("supervision/groups/new/", views.hold_group, name="hold_group"),
    path("supervision/workers/<int:worker_pk>/", views.prepare, name="prepare"),
    path("supervision/workers/<int:worker_pk>/new/", views.hold, name="hold"),
    path("supervision/parts/<int:pk>/", views.child_part, name="child_part"),
    path("supervision/parts/<int:pk>/correction/", views.strike_out_part, name="strike_out_part"),
    path("supervision/<int:pk>/", views.supervision, name="supervision"),
    path("supervision/<int:pk>/children/<int:child_pk>/", views.write_part, name="write_part"),
    path("supervision/<int:pk>/personal/", views_of_personal.personal, name="personal"),
    path("supervision/<int:pk>/personal/draft/", views_of_personal.personal_draft, name="personal_draft"),
    path("supervision/<int:pk>/signature/", views.sign, name="sign"),
    path("supervision/<int:pk>/sample/", views_of_teams.sample, name="sample"),
    path("supervision/<int:pk>/correction/", views.strike_out, name="strike_out"),
]
