from django.apps import AppConfig


class ClocksConfig(AppConfig):
    name = "kittiwake.primitives.clocks"
    label = "clocks"
