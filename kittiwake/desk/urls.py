from __future__ import annotations

from django.urls import path

from kittiwake.desk import views, views_of_children, views_of_standards, views_of_tracks, views_of_work

app_name = "desk"
urlpatterns = [
    path("", views_of_work.my_work, name="my_work"),
    path("late/", views_of_work.late_work, name="late_work"),
    path("look/", views_of_work.look, name="look"),
    path("board/", views.board, name="board"),
    path("returns/", views.returns, name="returns"),
    path("more/", views.more, name="more"),
    path("search/", views.search, name="search"),
    path("standards/", views_of_standards.standards, name="standards"),
    path("standards/<slug:slug>/", views_of_standards.standard, name="standard"),
    path("standards/<slug:slug>/limit/", views_of_standards.set_limit, name="set_limit"),
    path("children/new/", views_of_children.add, name="add_child"),
    path("children/<int:pk>/", views.child, name="child"),
    path("children/<int:pk>/details/", views_of_children.change, name="change_child"),
    path("children/<int:pk>/names/", views_of_children.add_name, name="add_name"),
    path("children/<int:pk>/tracks/", views_of_tracks.tracks, name="tracks"),
    path("children/<int:pk>/tracks/new/", views_of_tracks.start_track, name="start_track"),
    path("tracks/<int:pk>/end/", views_of_tracks.end_track, name="end_track"),
    path("tracks/<int:pk>/correction/", views_of_tracks.take_back_track, name="take_back_track"),
    path("children/<int:pk>/chronology/", views.chronology, name="chronology"),
    path("children/<int:pk>/chronology/paper/", views.print_chronology, name="print_chronology"),
]
