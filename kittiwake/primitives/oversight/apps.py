from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "kittiwake.primitives.oversight"
    label = "oversight"
