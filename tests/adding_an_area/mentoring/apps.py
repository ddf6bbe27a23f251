from django.apps import AppConfig


class MentoringConfig(AppConfig):
    name = "kittiwake.practice.mentoring"
    label = "mentoring"
