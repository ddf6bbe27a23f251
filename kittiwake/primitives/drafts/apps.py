from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "kittiwake.primitives.drafts"
    label = "drafts"
