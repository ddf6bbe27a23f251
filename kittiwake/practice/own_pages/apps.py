from django.apps import AppConfig


class OwnPagesConfig(AppConfig):
    name = "kittiwake.practice.own_pages"
    label = "own_pages"
