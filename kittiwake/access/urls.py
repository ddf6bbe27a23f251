from __future__ import annotations

from django.urls import path

from kittiwake.access import views

app_name = "access"
urlpatterns = [
    path("children/<int:child_pk>/access/", views.who_can_see, name="who_can_see"),
    path("children/<int:child_pk>/access/invitation/", views.let_in, name="let_in"),
    path("children/<int:child_pk>/restriction/", views.restrict, name="restrict"),
    path("children/<int:child_pk>/restriction/end/", views.lift_restriction, name="lift_restriction"),
    path("children/<int:child_pk>/readings/", views.who_has_looked, name="who_has_looked"),
    path("access/<int:pk>/end/", views.end_grant, name="end_grant"),
    path("break-glass/", views.break_glass, name="break_glass"),
    path("unsent/end/", views.throw_away, name="throw_away"),
    path("openings/", views.openings, name="openings"),
    path("openings/<int:pk>/", views.opening, name="opening"),
]
