from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "kittiwake.primitives.claims"
    label = "claims"
