from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "kittiwake.assurance.feedback"
    label = "feedback"
