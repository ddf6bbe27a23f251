from django.apps import AppConfig


class DisruptionConfig(AppConfig):
    name = "kittiwake.practice.disruption"
    label = "disruption"
