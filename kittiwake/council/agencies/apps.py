from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "kittiwake.council.agencies"
    label = "agencies"
