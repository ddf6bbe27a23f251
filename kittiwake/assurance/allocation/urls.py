from __future__ import annotations

from django.urls import path

from kittiwake.assurance.allocation import views, views_of_people

app_name = "allocation"
urlpatterns = [
    path("without-a-worker/", views.gaps, name="gaps"),
    path("without-a-worker/past/", views.past_gaps, name="past_gaps"),
    path("children/<int:child_pk>/workers/", views.workers_of, name="workers_of"),
    path("children/<int:child_pk>/workers/new/", views.change_worker, name="change_worker"),
    path("changes-of-worker/<int:pk>/", views.change, name="change"),
    path("changes-of-worker/<int:pk>/note/", views.write_note, name="write_note"),
    path("changes-of-worker/<int:pk>/introduction/", views.introduce, name="introduce"),
    path("changes-of-worker/<int:pk>/signature/<slug:side>/", views.sign, name="sign"),
    path("changes-of-worker/<int:pk>/correction/", views.strike_out, name="strike_out"),
    path("workers/", views_of_people.workers, name="workers"),
    path("workers/<int:pk>/leaving/", views_of_people.leave, name="leave"),
    path("workers/<int:pk>/away/", views_of_people.be_away, name="be_away"),
    path("away/<int:pk>/cover/", views_of_people.name_cover, name="name_cover"),
    path("away/<int:pk>/back/", views_of_people.be_back, name="be_back"),
]
