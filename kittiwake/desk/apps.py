from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "kittiwake.desk"
    label = "desk"
