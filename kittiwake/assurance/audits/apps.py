from django.apps import AppConfig


class AuditsConfig(AppConfig):
    name = "kittiwake.assurance.audits"
    label = "audits"
