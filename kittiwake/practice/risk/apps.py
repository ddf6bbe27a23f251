from django.apps import AppConfig


class RiskConfig(AppConfig):
    name = "kittiwake.practice.risk"
    label = "risk"
