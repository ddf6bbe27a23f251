from django.apps import AppConfig


class ExportsConfig(AppConfig):
    name = "kittiwake.desk.exports"
    label = "exports"
