from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "kittiwake.council.people"
    label = "people"
