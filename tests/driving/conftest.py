from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from django.db import transaction

from kittiwake.access.identity import acting_as_system
from tests.driving.world import World, make_world


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker) -> Iterator[World]:
    """Made once; whatever is sent is undone after it, and the whole at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        with acting_as_system():
            made = make_world()
        yield made
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL, logger="django.request")


@pytest.fixture(autouse=True)
def _mail(settings) -> None:
    """As a council has it: what can be sent by mail is offered."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.MAIL_BY, settings.ADDRESS = "smtp", "https://kittiwake.example"
