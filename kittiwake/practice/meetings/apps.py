from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "kittiwake.practice.meetings"
    label = "meetings"
