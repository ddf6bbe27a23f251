from __future__ import annotations

from django.urls import path

from kittiwake.primitives.drafts import views

app_name = "drafts"
urlpatterns = [path("drafts/<int:child_pk>/<str:occasion>/", views.draft, name="draft")]
