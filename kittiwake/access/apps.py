from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "kittiwake.access"
    label = "access"
