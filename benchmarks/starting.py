"""The application as it is served, on the database of KITTIWAKE_HOME."""

from __future__ import annotations

import os
import warnings


def start() -> None:
    warnings.simplefilter("ignore")
    os.environ.setdefault("KITTIWAKE_DEMO", "yes")
    from kittiwake.config import engine

    engine.ensure()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kittiwake.config.settings")
    import django

    django.setup()
    from django.conf import settings

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.ALLOWED_HOSTS = ["*"]
