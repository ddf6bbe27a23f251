from __future__ import annotations

from django.urls import path

from kittiwake.practice.disruption import views

app_name = "disruption"
urlpatterns = [
    path("children/<int:child_pk>/disruption/", views.tactics, name="tactics"),
    path("children/<int:child_pk>/disruption/new/", views.request_tactic, name="request_tactic"),
    path("disruption/powers/", views.powers, name="powers"),
    path("disruption/<int:pk>/", views.tactic, name="tactic"),
    path("disruption/<int:pk>/steps/new/", views.record_step, name="record_step"),
    path("disruption/<int:pk>/effects/new/", views.rate_effect, name="rate_effect"),
    path("disruption/<int:pk>/children/new/", views.link_child, name="link_child"),
    path("disruption/<int:pk>/correction/", views.strike_out, name="strike_out"),
]
