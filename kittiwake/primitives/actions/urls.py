from __future__ import annotations

from django.urls import path

from kittiwake.primitives.actions import views

app_name = "actions"
urlpatterns = [
    path("entries/<int:entry_pk>/actions/new/", views.raise_action, name="raise_action"),
    path("actions/<int:pk>/", views.action, name="action"),
    path("actions/<int:pk>/outcome/", views.complete, name="complete"),
    path("actions/<int:pk>/owner/", views.give, name="give"),
    path("actions/<int:pk>/dropping/", views.drop, name="drop"),
]
