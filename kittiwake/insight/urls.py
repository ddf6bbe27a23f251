from __future__ import annotations

from django.urls import path

from kittiwake.insight import views

app_name = "insight"
urlpatterns = [
    path("measures/", views.measures, name="measures"),
    path("measures/<slug:key>/", views.measure, name="measure"),
    path("measures/<slug:key>/rows/", views.rows, name="rows"),
]
