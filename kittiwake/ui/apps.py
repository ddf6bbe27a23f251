from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "kittiwake.ui"
    label = "ui"
    verbose_name = "Pages and forms"
