from django.apps import AppConfig


class RetentionConfig(AppConfig):
    name = "kittiwake.assurance.retention"
    label = "retention"
