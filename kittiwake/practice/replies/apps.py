from django.apps import AppConfig


class RepliesConfig(AppConfig):
    name = "kittiwake.practice.replies"
    label = "replies"
