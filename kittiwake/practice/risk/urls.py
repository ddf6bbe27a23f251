from __future__ import annotations

from django.urls import path

from kittiwake.practice.risk import views

app_name = "risk"
urlpatterns = [
    path("children/<int:child_pk>/risks/", views.risks, name="risks"),
    path("children/<int:child_pk>/risks/new/", views.open_risk, name="open_risk"),
    path("risks/<int:pk>/", views.presenting_risk, name="presenting_risk"),
    path("risks/<int:pk>/movements/", views.move_risk, name="move_risk"),
    path("risks/<int:pk>/closure/", views.close_risk, name="close_risk"),
    path("risks/<int:pk>/correction/", views.strike_out, name="strike_out"),
]
