"""What cannot be written holds up no other, and says nothing. What goes out is tested with what areas write (tests/telling)."""

from __future__ import annotations

import pytest

from kittiwake.outbox import recording, sending
from kittiwake.outbox.models import Message
from kittiwake.outbox.tests.post import NOW, by_smtp


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
