from django.apps import AppConfig


class AlertsConfig(AppConfig):
    name = "kittiwake.council.alerts"
    label = "alerts"
