from django.apps import AppConfig


class SettingUpConfig(AppConfig):
    name = "kittiwake.council.setting_up"
    label = "setting_up"
