from __future__ import annotations

import pytest
from django.test import Client


@pytest.fixture(autouse=True)
def _files_by_their_own_names(settings):
    """Hashed names need collected files; the tests of pages do not."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture(autouse=True)
def _nobody_to_ask_whose_service_it_is(settings):
    settings.UI_COUNCIL = ""


@pytest.fixture
def gallery(settings) -> Client:
    """The gallery with only the middleware that pages need: no sign-in and no database."""
    settings.ROOT_URLCONF = "kittiwake.ui.tests.urls"
    settings.UI_NAVIGATION = "kittiwake.ui.tests.urls.navigation"
    settings.MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
    settings.COUNCIL_NAME, settings.DEMO = "Far Hedge Council", True
    settings.MIDDLEWARE = [
        "csp.middleware.CSPMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django_htmx.middleware.HtmxMiddleware",
    ]
    return Client(raise_request_exception=False)
