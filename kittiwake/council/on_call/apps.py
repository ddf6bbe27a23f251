from django.apps import AppConfig


class OnCallConfig(AppConfig):
    name = "kittiwake.council.on_call"
    label = "on_call"
