from django.apps import AppConfig


class InspectionConfig(AppConfig):
    name = "kittiwake.assurance.inspection"
    label = "inspection"
