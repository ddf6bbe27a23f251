from __future__ import annotations

from django.urls import path

from kittiwake.practice.duties import views

app_name = "duties"
urlpatterns = [
    path("tracks/line/<int:pk>/", views.track, name="track"),
    path("done/<int:pk>/", views.done, name="done"),
    path("children/<int:child_pk>/done/new/", views.say_done, name="say_done"),
    path("done/<int:pk>/correction/", views.strike_out, name="strike_out"),
]
