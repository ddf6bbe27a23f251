from django.apps import AppConfig


class AllocationConfig(AppConfig):
    name = "kittiwake.assurance.allocation"
    label = "allocation"
