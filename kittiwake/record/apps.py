from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "kittiwake.record"
    label = "record"
