from __future__ import annotations

from django.urls import path

from kittiwake.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.my_work, name="my_work"),
    path("board/", views.board, name="board"),
    path("search/", views.search, name="search"),
    path("children/new/", views.add_child, name="add_child"),
    path("children/<int:pk>/", views.child, name="child"),
    path("children/<int:pk>/details/", views.change_child, name="change_child"),
    path("children/<int:pk>/allocation/", views.allocate, name="allocate"),
    path("children/<int:pk>/chronology/", views.chronology, name="chronology"),
]
