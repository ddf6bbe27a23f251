from django.apps import AppConfig


class PersonasConfig(AppConfig):
    name = "kittiwake.accounts.personas"
    label = "personas"
