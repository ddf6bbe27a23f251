from django.apps import AppConfig


class DutiesConfig(AppConfig):
    name = "kittiwake.practice.duties"
    label = "duties"
