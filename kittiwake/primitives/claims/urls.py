from __future__ import annotations

from django.urls import path

from kittiwake.primitives.claims import views

app_name = "claims"
urlpatterns = [
    path("entries/<int:entry_pk>/claims/", views.make, name="make"),
    path("claims/<int:pk>/", views.claim, name="claim"),
    path("claims/<int:pk>/decision/", views.decide, name="decide"),
    path("claims/<int:pk>/confirmation/", views.confirm, name="confirm"),
    path("claims/<int:pk>/echoes/<int:other_pk>/", views.echo, name="echo"),
]
