from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "kittiwake.history"
    label = "history"
