from __future__ import annotations

from django.urls import path

from kittiwake.practice.placements import views

app_name = "placements"
urlpatterns = [
    path("placements/away/", views.away, name="away"),
    path("children/<int:child_pk>/placements/", views.placements, name="placements"),
    path("children/<int:child_pk>/placements/new/", views.place, name="place"),
    path("placements/<int:pk>/", views.move, name="move"),
    path("placements/<int:pk>/approval/", views.approve, name="approve"),
    path("placements/<int:pk>/consultation/", views.consult, name="consult"),
    path("placements/<int:pk>/notice/", views.notify, name="notify"),
    path("placements/<int:pk>/no-notice/", views.no_notice, name="no_notice"),
    path("placements/<int:pk>/fewer-visits/", views.fewer_visits, name="fewer_visits"),
    path("placements/<int:pk>/first-review/", views.first_review, name="first_review"),
    path("placements/<int:pk>/nearer/new/", views.review_nearer, name="review_nearer"),
    path("placements/<int:pk>/correction/", views.strike_out, name="strike_out"),
    path("placements/nearer/<int:pk>/", views.nearer, name="nearer"),
]
