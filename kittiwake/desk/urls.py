from __future__ import annotations

from django.urls import path

from kittiwake.desk import views

app_name = "desk"
urlpatterns = [
    path("children/<int:pk>/", views.child, name="child"),
]
