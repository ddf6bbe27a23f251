"""What is written down of what waits, whatever it says."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from kittiwake.outbox import recording, rules
from kittiwake.outbox.models import Message, Notice
from kittiwake.outbox.tests.post import NOW, by_smtp

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _mail(settings, db: None) -> None:
    by_smtp(settings, 1)


def message(name: str = "some.letter") -> Message:
    recording.add(name, 1, at=NOW)
    return Message.objects.latest("pk")


def waiting() -> list[Message]:
    return list(Message.objects.waiting())


def test_a_notice_is_told_once() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM accounts_user WHERE role = 'system'")
        (system,) = cursor.fetchone()
        cursor.execute("SELECT set_config('kittiwake.user_id', %s, true)", [str(system)])
    recording.notice([Notice(event_id=1, what="some.event", at=NOW, by_id=system, subject_id=1)])
    recording.told(Notice.objects.all(), at=NOW)
    assert Notice.objects.get().told_at == NOW


def test_a_notice_is_hidden_from_whoever_is_nobody() -> None:
    assert not Notice.objects.exists()


def test_where_no_mail_is_set_up_nothing_waits(settings) -> None:
    settings.MAIL_BY = ""
    recording.add("some.letter", 1, at=NOW)
    assert waiting() == []


def test_under_one_name_it_is_one_message() -> None:
    for _ in range(2):
        recording.add("some.letter", 1, at=NOW, once="some.letter:1:2026-11-23")
    assert len(waiting()) == 1


def test_what_something_else_takes_the_place_of_is_dropped() -> None:
    mine = message()
    recording.drop("some.letter", 2, at=NOW)
    assert waiting() == [mine]
    recording.drop("some.letter", 1, at=NOW)
    assert waiting() == []


def test_what_is_put_off_waits_until_then_and_what_is_sent_or_concerns_nobody_does_not() -> None:
    recording.put_off(message(), NOW + DAY)
    assert waiting()[0].next_try_at == NOW + DAY
    recording.sent(waiting()[0], at=NOW)
    recording.nobody_to_tell(message(), at=NOW)
    assert waiting() == []


def test_what_failed_is_tried_later_and_in_the_end_given_up_and_can_be_tried_again_or_left() -> None:
    late = message()
    recording.failed(late, "OSError", is_final=False, at=NOW)
    late.refresh_from_db()
    assert (late.tries, late.trouble, late.next_try_at) == (1, "OSError", rules.next_try(1, NOW))
    recording.failed(late, "OSError", is_final=False, at=NOW + rules.GIVE_UP_AFTER)
    assert waiting() == []
    assert list(Message.objects.undelivered(NOW)) == [late]
    assert recording.try_again(late, at=NOW + 6 * DAY)
    assert waiting() == [late]
    recording.failed(late, "OSError", is_final=True, at=NOW + 6 * DAY)
    assert recording.leave(late, at=NOW + 6 * DAY)
    assert not recording.leave(late, at=NOW + 6 * DAY)
    assert not recording.try_again(late, at=NOW + 6 * DAY)


def test_what_ended_long_ago_is_cleared_away() -> None:
    recording.sent(message("sent"), at=NOW)
    recording.nobody_to_tell(message("nobody"), at=NOW)
    message("waits")
    recording.clear_away(NOW + 89 * DAY)
    assert Message.objects.count() == 3
    recording.clear_away(NOW + 91 * DAY)
    assert list(Message.objects.values_list("letter", flat=True)) == ["waits"]
