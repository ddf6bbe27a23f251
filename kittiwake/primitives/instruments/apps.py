from django.apps import AppConfig
from django.core.exceptions import ImproperlyConfigured


class InstrumentsConfig(AppConfig):
    name = "kittiwake.primitives.instruments"
    label = "instruments"

    def ready(self) -> None:
        """Kittiwake does not start on a questionnaire that was changed after children were scored with it."""
        from kittiwake.primitives.instruments import library

        try:
            library.published()
        except library.Unreadable as problem:
            raise ImproperlyConfigured(str(problem)) from problem
