"""What is read once while somebody acts, and no longer."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from kittiwake.access.identity import (
    acting_as,
    acting_as_system,
    read_again,
    read_once,
    refuse_powerful_role,
)
from tests.cast import Cast


class Shelf:
    def __init__(self) -> None:
        self.asked = 0

    def read(self) -> int:
        self.asked += 1
        return self.asked


def test_it_is_read_once_while_somebody_acts_and_anew_by_the_next(cast: Cast) -> None:
    shelf = Shelf()
    with acting_as(cast.user("worker")):
        assert [read_once("shelf", shelf.read) for _ in range(3)] == [1, 1, 1]
        with acting_as_system():
            assert read_once("shelf", shelf.read) == 2
        assert read_once("shelf", shelf.read) == 1
    with acting_as(cast.user("worker")):
        assert read_once("shelf", shelf.read) == 3


def test_what_was_changed_is_read_again(cast: Cast) -> None:
    shelf = Shelf()
    with acting_as(cast.user("worker")):
        read_once("shelf", shelf.read)
        read_again("shelf")
        assert read_once("shelf", shelf.read) == 2


def _read_and_fail(cast: Cast, shelf: Shelf) -> None:
    with acting_as(cast.user("worker")):
        read_once("shelf", shelf.read)
        raise ZeroDivisionError


def test_nothing_is_kept_when_it_all_went_wrong(cast: Cast) -> None:
    shelf = Shelf()
    with pytest.raises(ZeroDivisionError):
        _read_and_fail(cast, shelf)
    with acting_as(cast.user("worker")):
        assert read_once("shelf", shelf.read) == 2


def test_outside_of_anybodys_acting_it_is_read_each_time() -> None:
    shelf = Shelf()
    assert [read_once("shelf", shelf.read) for _ in range(2)] == [1, 2]


def test_the_application_starts_with_its_own_role_and_no_more_powerful_one(
    own_database: str, django_db_blocker, crowd
) -> None:
    """Row-level security does not hold for whoever owns the tables."""
    crowd(refuse_powerful_role)
    place = connections.settings["default"]
    before = {name: place[name] for name in ("USER", "PASSWORD")}
    owner = urlsplit(os.environ["DATABASE_OWNER_URL"])
    place.update(USER=owner.username, PASSWORD=owner.password or "")
    try:
        with pytest.raises(ImproperlyConfigured, match="owner or a superuser"):
            crowd(refuse_powerful_role)
    finally:
        place.update(before)
