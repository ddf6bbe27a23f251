from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "kittiwake.insight.statistics"
    label = "statistics"
