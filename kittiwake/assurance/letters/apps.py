from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "kittiwake.assurance.letters"
    label = "letters"
