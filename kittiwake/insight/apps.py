from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "kittiwake.insight"
    label = "insight"
