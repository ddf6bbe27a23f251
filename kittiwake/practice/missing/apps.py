from django.apps import AppConfig


class MissingConfig(AppConfig):
    name = "kittiwake.practice.missing"
    label = "missing"
