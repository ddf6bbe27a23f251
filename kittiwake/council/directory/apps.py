from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "kittiwake.council.directory"
    label = "directory"
