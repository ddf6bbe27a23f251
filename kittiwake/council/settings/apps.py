from django.apps import AppConfig


class SettingsConfig(AppConfig):
    name = "kittiwake.council.settings"
    label = "settings"
