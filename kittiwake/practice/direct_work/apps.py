from django.apps import AppConfig


class DirectWorkConfig(AppConfig):
    name = "kittiwake.practice.direct_work"
    label = "direct_work"
