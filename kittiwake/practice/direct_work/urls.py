from __future__ import annotations

from django.urls import path

from kittiwake.practice.direct_work import views, views_of_goals

app_name = "direct_work"
urlpatterns = [
    path("children/<int:child_pk>/direct-work/", views.sessions, name="sessions"),
    path("children/<int:child_pk>/words/", views.quotes, name="quotes"),
    path("children/<int:child_pk>/sessions/plan/", views.plan_session, name="plan_session"),
    path("children/<int:child_pk>/sessions/new/", views.hold, name="hold"),
    path("children/<int:child_pk>/goals/new/", views_of_goals.set_goal, name="set_goal"),
    path("sessions/<int:pk>/", views.session, name="session"),
    path("sessions/<int:pk>/held/", views.record_held, name="record_held"),
    path("sessions/<int:pk>/missed/", views.record_missed, name="record_missed"),
    path("sessions/<int:pk>/words/new/", views.keep_words, name="keep_words"),
    path("sessions/<int:pk>/correction/", views.strike_out, name="strike_out"),
    path("goals/<int:pk>/", views_of_goals.goal, name="goal"),
    path("goals/<int:pk>/scalings/new/", views_of_goals.scale, name="scale"),
    path("goals/<int:pk>/end/", views_of_goals.end_goal, name="end_goal"),
]
