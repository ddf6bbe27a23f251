"""What waits is sent once, whatever becomes of the server and of the worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from email.message import Message as Received

import jwt
import pytest
from django.db import connection, transaction

from conftest import ROOT
from kittiwake.access.tests.conftest import Crowd, crowd, own_database
from kittiwake.accounts.models import User
from kittiwake.accounts.telling import ADDRESS_CHANGED
from kittiwake.config import engine
from kittiwake.config.mail import Notify
from kittiwake.outbox import recording, sending
from kittiwake.outbox.models import Message
from kittiwake.outbox.tests.post import KEY, Post, by_smtp, free_port, mail_server, notify
from tests.cast import NOW

__all__ = ["crowd", "own_database"]

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def post(settings) -> Iterator[Post]:
    with mail_server() as (post, port):
        by_smtp(settings, port)
        yield post


def add(number: int = 1) -> list[Message]:
    for place in range(number):
        recording.add(ADDRESS_CHANGED, 1, address=f"old{place}@saltmere.example", at=NOW)
    return list(Message.objects.order_by("pk"))


@pytest.mark.django_db
def test_what_waits_goes_out_once_with_a_name_of_its_own(post: Post) -> None:
    first, second = add(2)
    assert sending.send_waiting(NOW) == 2
    assert sending.send_waiting(NOW + DAY) == 0
    assert [mail["To"] for mail in post.mails] == ["old0@saltmere.example", "old1@saltmere.example"]
    assert [mail["Message-ID"] for mail in post.mails] == [
        f"<{message.reference}@kittiwake.example>" for message in (first, second)
    ]
    assert post.mails[0]["Auto-Submitted"] == "auto-generated"


@pytest.mark.django_db
def test_what_was_rolled_back_is_told_to_nobody(post: Post) -> None:
    with transaction.atomic():
        add()
        transaction.set_rollback(True)
    assert sending.send_waiting(NOW) == 0
    assert post.mails == []


@pytest.mark.django_db
def test_a_server_that_is_away_for_a_day_loses_nothing_and_gets_nothing_twice(settings) -> None:
    port = free_port()
    by_smtp(settings, port)
    add(30)
    at = NOW
    while at < NOW + DAY:
        assert sending.send_waiting(at) == 0
        at += 20 * MINUTE
    assert Message.objects.undelivered(NOW + DAY - HOUR).count() == 30, "an administrator sees them"
    with mail_server(port) as (post, _):
        for minute in range(0, 120, 10):
            sending.send_waiting(at + minute * MINUTE)
        assert sorted(mail["To"] for mail in post.mails) == sorted(
            message.address for message in Message.objects.all()
        )
    assert Message.objects.filter(sent_at=None).count() == 0


@pytest.mark.django_db
def test_a_server_that_is_away_is_asked_once_a_pass_and_not_once_a_message(settings) -> None:
    port = free_port()
    by_smtp(settings, port)
    add(5)
    sending.send_waiting(NOW)
    assert sorted(Message.objects.values_list("tries", flat=True)) == [0, 0, 0, 0, 1]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("answer", "is_given_up", "trouble"),
    [
        ("550 no such person", True, "SMTPRecipientsRefused 550"),
        ("450 busy", False, "SMTPRecipientsRefused 450"),
    ],
)
def test_an_address_that_is_refused_waits_for_an_administrator(
    post: Post, answer: str, is_given_up: bool, trouble: str
) -> None:
    add(2)
    post.answers = [answer]
    sending.send_waiting(NOW)
    refused = Message.objects.order_by("pk").first()
    assert (refused.gave_up_at is not None, refused.trouble) == (is_given_up, trouble)
    sending.send_waiting(NOW + MINUTE)
    assert "old1@saltmere.example" in [mail["To"] for mail in post.mails], "the others are not held up"


@pytest.mark.django_db
def test_what_was_tried_for_five_days_is_given_up_and_can_be_tried_again(settings) -> None:
    port = free_port()
    by_smtp(settings, port)
    [message] = add()
    sending.send_waiting(NOW + 5 * DAY)
    message.refresh_from_db()
    assert message.gave_up_at == NOW + 5 * DAY
    assert sending.send_waiting(NOW + 6 * DAY) == 0
    assert recording.try_again(message, at=NOW + 6 * DAY)
    with mail_server(port) as (post, _):
        assert sending.send_waiting(NOW + 6 * DAY) == 1
        assert len(post.mails) == 1
    message.refresh_from_db()
    assert not recording.try_again(message, at=NOW + 6 * DAY), "it is sent"
    assert not recording.leave(message, at=NOW + 6 * DAY)


@pytest.mark.django_db
def test_a_message_whose_words_cannot_be_made_holds_up_no_other(post: Post, caplog) -> None:
    recording.add("gone.letter", 1, address="Quartz", at=NOW)
    add()
    assert sending.send_waiting(NOW) == 1
    assert len(post.mails) == 1
    waiting = Message.objects.get(letter="gone.letter")
    assert (waiting.tries, waiting.trouble) == (1, "StopIteration")
    assert "Quartz" not in caplog.text


@pytest.mark.django_db
def test_what_no_worker_has_tried_for_an_hour_is_shown_too(settings) -> None:
    by_smtp(settings, 1)
    [message] = add()
    assert not Message.objects.undelivered(NOW).exists()
    assert list(Message.objects.undelivered(NOW + MINUTE)) == [message]


@pytest.mark.django_db
def test_what_is_left_is_not_sent(post: Post) -> None:
    [message] = add()
    assert recording.leave(message, at=NOW)
    assert sending.send_waiting(NOW + DAY) == 0


@pytest.mark.django_db
def test_where_no_mail_is_set_up_nothing_piles_up(settings) -> None:
    settings.MAIL_BY = ""
    assert add() == []
    assert sending.send_waiting(NOW) == 0


@pytest.mark.django_db
def test_what_was_sent_long_ago_is_cleared_away_and_what_was_not_stays(post: Post) -> None:
    add(1)
    sending.send_waiting(NOW)
    recording.add(ADDRESS_CHANGED, 1, address="new@saltmere.example", at=NOW)
    recording.clear_away(NOW + 89 * DAY)
    assert Message.objects.count() == 2
    recording.clear_away(NOW + 91 * DAY)
    assert list(Message.objects.values_list("address", flat=True)) == ["new@saltmere.example"]


@pytest.mark.django_db
def test_through_notify_it_is_one_signed_request(settings) -> None:
    with notify() as (standin, url):
        through_notify(settings, url)
        [message] = add()
        assert sending.send_waiting(NOW) == 1
    [(asked, signed)] = standin.asked
    assert asked["email_address"] == "old0@saltmere.example"
    assert (asked["template_id"], asked["reference"]) == ("template", str(message.reference))
    assert set(asked["personalisation"]) == {"subject", "words"}
    claims = jwt.decode(signed.removeprefix("Bearer "), KEY[-36:], algorithms=["HS256"])
    assert claims["iss"] == "8b9c1bb0-6f0d-4e55-9f7a-0d6d3c7e3a11"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("status", "is_given_up"),
    [(400, True), (403, False), (429, False), (500, False), (503, False), (302, False)],
)
def test_what_notify_answers_decides_whether_it_is_tried_again(
    settings, caplog, status: int, is_given_up: bool
) -> None:
    with notify() as (standin, url):
        through_notify(settings, url)
        standin.statuses = [status]
        [message] = add()
        sending.send_waiting(NOW)
    message.refresh_from_db()
    assert (message.gave_up_at is not None, message.trouble) == (is_given_up, f"Notify {status}")
    assert "robin" not in caplog.text + message.trouble, "what it says of a fault may quote whoever it is to"


def through_notify(settings, url: str) -> None:
    settings.MAIL_BY, settings.ADDRESS = "notify", "https://kittiwake.example"
    settings.NOTIFY = Notify(key=KEY, template="template", url=url)


PASS = """
import django; django.setup()
from django.conf import settings
from kittiwake.outbox.tests.post import by_smtp
from kittiwake.outbox import sending
from tests.cast import NOW
by_smtp(settings, {port})
print(sending.send_waiting(NOW))
"""


def test_a_worker_that_is_killed_as_its_mail_is_taken_sends_it_again_under_the_same_name(
    own_database: str, crowd: Crowd, settings
) -> None:
    """Nobody can tell it whether the mail was taken: so it may come twice, and whoever receives it can tell."""
    by_smtp(settings, 1)
    crowd(lambda: add() and None)

    def kill(mail: Received) -> None:
        post.before_answer = lambda mail: None
        os.kill(worker.pid, signal.SIGKILL)

    with mail_server() as (post, port):
        post.before_answer = kill
        worker = start(own_database, port)
        worker.communicate(timeout=60)
        assert worker.returncode == -signal.SIGKILL
        assert start(own_database, port).communicate(timeout=60)[0].strip() == "1"
        assert start(own_database, port).communicate(timeout=60)[0].strip() == "0"
    first, second = post.mails
    assert first["Message-ID"] == second["Message-ID"]


def start(database: str, port: int) -> subprocess.Popen[str]:
    environment = {
        **os.environ,
        "DATABASE_URL": engine.of_database(os.environ["DATABASE_URL"], database),
        "DJANGO_SETTINGS_MODULE": "kittiwake.config.settings",
    }
    command = [sys.executable, "-W", "ignore", "-c", PASS.format(port=port)]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def test_two_workers_never_send_the_same(own_database: str, crowd: Crowd, settings) -> None:
    with mail_server() as (post, port):
        by_smtp(settings, port)
        crowd(lambda: Message.objects.all().delete() and None)
        crowd(lambda: add(20) and None)
        sent = crowd(*[lambda: sending.send_waiting(NOW)] * 4)
    assert sum(sent) == 20
    assert len({mail["Message-ID"] for mail in post.mails}) == len(post.mails) == 20


@pytest.mark.django_db
def test_under_one_name_it_is_one_message(settings) -> None:
    by_smtp(settings, 1)
    user = User.objects.system()
    for _ in range(2):
        recording.add("alerts.daily", user.pk, at=NOW, once="alerts.daily:1:2026-11-23")
    assert Message.objects.count() == 1
    assert not connection.needs_rollback
