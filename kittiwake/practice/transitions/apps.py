from django.apps import AppConfig


class TransitionsConfig(AppConfig):
    name = "kittiwake.practice.transitions"
    label = "transitions"
