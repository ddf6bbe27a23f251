from django.apps import AppConfig


class WorkforceConfig(AppConfig):
    name = "kittiwake.assurance.workforce"
    label = "workforce"
