from __future__ import annotations

from django.urls import path

from kittiwake.primitives.oversight import views

app_name = "oversight"
urlpatterns = [
    path("oversight/", views.waiting, name="waiting"),
    path("oversight/<int:pk>/", views.review, name="review"),
    path("oversight/<int:pk>/decision/", views.decide, name="decide"),
    path("oversight/<int:pk>/answer/", views.answer, name="answer"),
]
