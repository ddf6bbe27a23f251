from django.apps import AppConfig


class ActionsConfig(AppConfig):
    name = "kittiwake.primitives.actions"
    label = "actions"
