from __future__ import annotations

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher

from kittiwake.accounts.models import User
from kittiwake.accounts.tests.people import make_user


@pytest.fixture(autouse=True)
def _pages_of_signing_in(settings) -> None:
    """This area's pages alone, as in real use: no demo's way round the sign-in page or the second factor."""
    settings.ROOT_URLCONF = "kittiwake.accounts.tests.urls"
    settings.UI_NAVIGATION = ""
    settings.LOGIN_URL = "/account/login/"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.WHITENOISE_AUTOREFRESH = True  # nothing has been collected
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def _quick_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same hashing, with less work: these tests do little else."""
    monkeypatch.setattr(Argon2PasswordHasher, "time_cost", 1)
    monkeypatch.setattr(Argon2PasswordHasher, "memory_cost", 1024)
    monkeypatch.setattr(Argon2PasswordHasher, "parallelism", 1)


@pytest.fixture
def robin(db: None) -> User:
    """A social worker with a password."""
    return make_user()
