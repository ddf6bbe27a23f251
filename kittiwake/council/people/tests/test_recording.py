"""Which worker an account is: a person says so, once."""

from __future__ import annotations

import pytest

from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.council.people import recording
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.record.models import Worker
from tests.cast import NOW, Cast


@pytest.fixture
def kim(cast: Cast) -> User:
    return accounts.add_user(
        email="kim.vale@saltmere.example", name="Kim Vale", role="social_worker", by=cast.system, at=NOW
    )


def test_an_account_is_one_worker(cast: Cast, kim: User) -> None:
    worker = recording.tie(kim, worker=None, by=cast.system, at=NOW)
    assert (worker.user, worker.name) == (kim, "Kim Vale")
    with pytest.raises(Refused, match="Kim Vale is known as a worker already"):
        recording.tie(kim, worker=None, by=cast.system, at=NOW)
    assert Worker.objects.get(user=kim) == worker


def test_a_worker_has_one_account(cast: Cast, kim: User) -> None:
    known = cast.workers["worker"]
    with pytest.raises(Refused, match="has an account already, or has left"):
        recording.tie(kim, worker=known, by=cast.system, at=NOW)
    known.refresh_from_db()
    assert known.user == cast.user("worker")
    assert not Worker.objects.filter(user=kim).exists()


def test_nobody_says_of_themselves_which_worker_they_are(cast: Cast, kim: User) -> None:
    """They would see that worker's children by their own hand."""
    with pytest.raises(NotYours):
        recording.tie(kim, worker=None, by=kim, at=NOW)
    assert not Worker.objects.filter(user=kim).exists()
