from django.apps import AppConfig


class ReturnInterviewsConfig(AppConfig):
    name = "kittiwake.practice.return_interviews"
    label = "return_interviews"
