from django.apps import AppConfig


class GalleryConfig(AppConfig):
    name = "kittiwake.ui.gallery"
    label = "gallery"
