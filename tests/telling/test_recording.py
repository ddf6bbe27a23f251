"""What is written down of what waits, beside the sending of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.accounts.telling import ADDRESS_CHANGED
from kittiwake.outbox import recording
from kittiwake.outbox.models import Message, Notice
from kittiwake.outbox.tests.post import by_smtp
from tests.cast import NOW, Cast

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _mail(settings, db: None) -> None:
    by_smtp(settings, 1)


def message() -> Message:
    recording.add(ADDRESS_CHANGED, 1, address="old@saltmere.example", at=NOW)
    return Message.objects.latest("pk")


def test_a_notice_is_written_with_the_event_and_told_once(cast: Cast) -> None:
    with acting_as_system():
        user = User.objects.get(pk=cast.user("worker").pk)
        accounts.change_address(user, email="robin@saltmere.example", name="Robin", by=cast.system, at=NOW)
        [notice] = Notice.objects.all()
        assert (notice.what, notice.subject_id, notice.child_id) == (
            "accounts.address_changed",
            user.pk,
            None,
        )
        recording.told([notice], at=NOW)
        notice.refresh_from_db()
        assert notice.told_at == NOW


def test_an_event_that_can_wait_leaves_no_notice(cast: Cast) -> None:
    with acting_as_system():
        accounts.invite(cast.user("worker"), by=cast.system, at=NOW)
        assert not Notice.objects.exists()


def test_what_something_else_takes_the_place_of_is_dropped() -> None:
    waiting = message()
    recording.drop(ADDRESS_CHANGED, 2, at=NOW)
    assert list(Message.objects.waiting()) == [waiting]
    recording.drop(ADDRESS_CHANGED, 1, at=NOW)
    assert list(Message.objects.waiting()) == []


def test_what_is_put_off_waits_until_then() -> None:
    waiting = message()
    recording.put_off(waiting, NOW + DAY)
    assert Message.objects.get().next_try_at == NOW + DAY
    recording.nobody_to_tell(waiting, at=NOW)
    assert list(Message.objects.waiting()) == []
