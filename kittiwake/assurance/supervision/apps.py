from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    name = "kittiwake.assurance.supervision"
    label = "supervision"
