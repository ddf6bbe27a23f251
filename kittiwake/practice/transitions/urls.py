from __future__ import annotations

from django.urls import path

from kittiwake.practice.transitions import views, views_of_adult_services

app_name = "transitions"
urlpatterns = [
    path("growing-up/", views.forward, name="forward"),
    path("children/<int:child_pk>/growing-up/", views.transition, name="transition"),
    path("children/<int:child_pk>/growing-up/assessment/", views.assess, name="assess"),
    path("children/<int:child_pk>/growing-up/plan/", views.agree_pathway, name="agree_pathway"),
    path("children/<int:child_pk>/growing-up/home/", views.live_at, name="live_at"),
    path("children/<int:child_pk>/growing-up/contact/", views.make_contact, name="make_contact"),
    path("children/<int:child_pk>/growing-up/adult-services/", views.refer, name="refer"),
    path("children/<int:child_pk>/growing-up/staying/", views.stay, name="stay"),
    path("growing-up/assessments/<int:pk>/", views.needs_assessment, name="needs_assessment"),
    path("growing-up/plans/<int:pk>/", views.pathway, name="pathway"),
    path("growing-up/homes/<int:pk>/", views.home, name="home"),
    path("growing-up/contacts/<int:pk>/", views.contact, name="contact"),
    path("growing-up/adult-services/<int:pk>/", views.referral, name="referral"),
    path("growing-up/adult-services/<int:pk>/answer/", views_of_adult_services.answer, name="answer"),
    path("growing-up/adult-services/<int:pk>/meeting/", views_of_adult_services.meet, name="meet"),
    path("growing-up/staying/<int:pk>/", views.staying, name="staying"),
    path("growing-up/entries/<int:pk>/correction/", views.strike_out, name="strike_out"),
]
