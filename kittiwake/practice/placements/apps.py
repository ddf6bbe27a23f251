from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "kittiwake.practice.placements"
    label = "placements"
