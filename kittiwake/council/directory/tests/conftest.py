from __future__ import annotations

import pytest
from django.utils.timezone import now

from kittiwake.access.identity import acting_as
from kittiwake.access.tests.conftest import crowd, own_database
from kittiwake.accounts.models import User
from kittiwake.council.directory.models import GroupRole
from kittiwake.council.directory.recording import roles
from kittiwake.council.directory.tests.asking import Directory, made_token
from tests.cast import Cast

__all__ = ["crowd", "own_database"]


@pytest.fixture
def by(db: None) -> User:
    return User.objects.directory()


@pytest.fixture
def as_directory(cast: Cast, by: User):
    """Recording goes on as it does in use: the database believes that the directory asks."""
    with acting_as(by):
        yield by


@pytest.fixture
def directory(cast: Cast) -> Directory:
    """It has a token, made by an administrator."""
    return Directory(made_token(cast.user("administrator")))


@pytest.fixture
def gives(cast: Cast):
    """gives("Practitioners", Role.SOCIAL_WORKER): as an administrator says it."""

    def say(group: str, role: str, *, by: User | None = None) -> GroupRole:
        author = by or cast.user("administrator")
        with acting_as(author):
            return roles.give_role(group=group, role=role, by=author, at=now())

    return say
