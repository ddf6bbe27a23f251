"""What is read once while somebody acts, and no longer."""

from __future__ import annotations

import pytest

from kittiwake.access.identity import acting_as, acting_as_system, read_again, read_once
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
