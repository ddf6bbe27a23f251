"""Who is told that they are asked, and in which words: nothing in a mail but where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core import mail

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.feedback import questions
from kittiwake.assurance.feedback.models import Asked
from kittiwake.assurance.feedback.tests import made
from kittiwake.assurance.feedback.tests.made import AFTER
from kittiwake.council.alerts.daily import how_much
from kittiwake.outbox import sending
from kittiwake.outbox.models import Message
from tests.cast import NOW, Cast

SOON = NOW + timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _mail(settings, time_machine, db: None) -> Iterator[None]:
    time_machine.move_to(NOW, tick=False)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.MAIL_BY, settings.ADDRESS = "smtp", "https://kittiwake.example"
    with acting_as_system():
        yield


def test_partners_have_one_mail_with_a_link_and_nothing_else(cast: Cast) -> None:
    round_ = made.asked(cast, questions.PARTNERS)
    sending.send_waiting(SOON)
    assert sorted(message.to[0].partition("@")[0] for message in mail.outbox) == ["partner", "stranger"]
    [words] = {str(message.body) for message in mail.outbox}
    assert f"https://kittiwake.example/feedback/{round_.pk}/answer/" in words
    assert "why" not in words.lower()
    assert "To hear how it is" not in words


def test_whoever_has_answered_meanwhile_has_none(cast: Cast) -> None:
    round_ = made.asked(cast, questions.PARTNERS)
    made.answer(round_, [cast.user("partner")], {"partners.told": "agree"})
    sending.send_waiting(SOON)
    assert [message.to[0].partition("@")[0] for message in mail.outbox] == ["stranger"]
    mail.outbox = []
    made.asked(cast, questions.WORKERS)
    sending.send_waiting(SOON)
    assert not mail.outbox


def test_nobody_has_one_when_it_is_over(cast: Cast) -> None:
    made.asked(cast, questions.PARTNERS)
    sending.send_waiting(AFTER)
    assert not mail.outbox
    assert not Message.objects.waiting().exists()


def test_the_day_s_mail_counts_it_until_it_is_answered(cast: Cast) -> None:
    before = how_much(cast.user("worker"), NOW)
    round_ = made.asked(cast)
    assert how_much(cast.user("worker"), NOW) == before + 1
    made.answer(round_, [cast.user("worker")])
    assert how_much(cast.user("worker"), NOW) == before
    assert Asked.objects.filter(has_answered=True).count() == 1
