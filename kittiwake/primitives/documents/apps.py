from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "kittiwake.primitives.documents"
    label = "documents"
