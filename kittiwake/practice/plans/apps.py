from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "kittiwake.practice.plans"
    label = "plans"
