from django.urls import path

from kittiwake.accounts.personas import views

app_name = "personas"
urlpatterns = [path("", views.choice, name="choice"), path("tour/", views.tour, name="tour")]
