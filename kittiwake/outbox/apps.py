from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "kittiwake.outbox"
    label = "outbox"
