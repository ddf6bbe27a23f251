from django.apps import AppConfig


class PerformanceConfig(AppConfig):
    name = "kittiwake.assurance.performance"
    label = "performance"
