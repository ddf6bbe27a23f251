"""The web server's own way in, with slow pages behind it in place of the service's."""

from __future__ import annotations

import django
from django.conf import settings

django.setup()
settings.ROOT_URLCONF = "tests.serving.slow_pages"
settings.UI_NAVIGATION = ""
settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

from kittiwake.config.asgi import application  # noqa: E402 (takes the settings as they are by then)

__all__ = ["application"]
