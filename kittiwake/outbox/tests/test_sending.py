"""What cannot be written holds up no other, and says nothing. What goes out is tested with what areas write (tests/telling)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kittiwake.config.mail import Notify
from kittiwake.outbox import recording, sending
from kittiwake.outbox.models import Message
from kittiwake.outbox.tests.post import KEY, NOW, by_smtp, free_port, notify


@pytest.mark.django_db
def test_a_letter_that_no_area_declares_is_tried_later(settings, caplog: pytest.LogCaptureFixture) -> None:
    by_smtp(settings, 1)
    recording.add("gone.letter", 1, address="robin@saltmere.example", at=NOW)
    assert sending.send_waiting(NOW) == 0
    message = Message.objects.get()
    assert (message.tries, message.trouble, message.gave_up_at) == (1, "StopIteration", None)
    assert "robin" not in caplog.text


@pytest.mark.django_db
def test_without_a_way_out_nothing_is_asked(settings) -> None:
    settings.MAIL_BY = ""
    assert sending.send_waiting(NOW) == 0


HOUR = timedelta(hours=1)


def taken(settings: Any, url: str) -> Message:
    """One that Notify has taken an hour ago."""
    settings.MAIL_BY, settings.ADDRESS = "notify", "https://kittiwake.example"
    settings.NOTIFY = Notify(KEY, "template", url=url)
    recording.add("some.letter", 1, address="robin@saltmere.example", at=NOW - HOUR)
    message = Message.objects.get()
    recording.sent(message, at=NOW - HOUR)
    return message


@pytest.mark.django_db
@pytest.mark.parametrize("became", ["permanent-failure", "temporary-failure", "technical-failure"])
def test_what_comes_back_later_waits_for_an_administrator(settings, caplog, became: str) -> None:
    with notify() as (standin, url):
        message = taken(settings, url)
        standin.became = {str(message.reference): [became]}
        assert sending.ask_after(NOW) == 1
        assert sending.ask_after(NOW) == 0, "it is asked after once"
    message.refresh_from_db()
    assert (message.sent_at, message.gave_up_at, message.trouble) == (None, NOW, f"Notify {became}")
    assert message in Message.objects.undelivered(NOW)
    assert "robin" not in caplog.text


@pytest.mark.django_db
def test_what_has_arrived_is_not_asked_after_again(settings) -> None:
    with notify() as (standin, url):
        message = taken(settings, url)
        standin.became = {str(message.reference): ["delivered", "permanent-failure"]}  # sent a second time
        assert sending.ask_after(NOW) == 0
    message.refresh_from_db()
    assert (message.arrived_at, message.sent_at) == (NOW, NOW - HOUR)
    assert list(Message.objects.to_ask_after(NOW)) == []


@pytest.mark.django_db
@pytest.mark.parametrize("became", [[], ["sending"], ["a word of next year"]])
def test_what_nobody_knows_yet_is_asked_after_again_and_not_for_ever(settings, became: list[str]) -> None:
    with notify() as (standin, url):
        message = taken(settings, url)
        standin.became = {str(message.reference): became}
        assert sending.ask_after(NOW) == 0
    assert list(Message.objects.to_ask_after(NOW)) == [message]
    assert list(Message.objects.to_ask_after(NOW + 5 * 24 * HOUR)) == []


@pytest.mark.django_db
def test_where_notify_does_not_answer_nothing_is_taken_to_have_failed(settings) -> None:
    message = taken(settings, f"http://127.0.0.1:{free_port()}")
    assert sending.ask_after(NOW) == 0
    message.refresh_from_db()
    assert (message.sent_at, message.gave_up_at) == (NOW - HOUR, None)


@pytest.mark.django_db
def test_a_mail_server_says_nothing_of_it_later(settings) -> None:
    by_smtp(settings, 1)
    recording.add("some.letter", 1, at=NOW - HOUR)
    recording.sent(Message.objects.get(), at=NOW - HOUR)
    assert sending.ask_after(NOW) == 0
