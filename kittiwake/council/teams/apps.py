from django.apps import AppConfig


class TeamsConfig(AppConfig):
    name = "kittiwake.council.teams"
    label = "teams"
