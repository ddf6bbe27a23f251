"""The pages of alerts: one's own, and those of an administrator."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client

from kittiwake.access.identity import acting_as_system
from kittiwake.access.models import Reading
from kittiwake.council.alerts import recording
from kittiwake.council.alerts.models import Alert, Choice
from kittiwake.history.refusal import Refused
from kittiwake.outbox.models import Message
from kittiwake.practice.missing import recording as missing
from kittiwake.record.models import Allocation
from kittiwake.time.moments import Moment, local_date
from tests.cast import NOW, Cast, end_allocation, signed_in

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def _now(db: None, settings) -> Iterator[None]:
    settings.MAIL_BY, settings.ADDRESS = "smtp", "https://kittiwake.example"
    with time_machine.travel(NOW, tick=False), acting_as_system():
        yield


def send(client: Client, address: str, **typed: object) -> HttpResponse:
    return client.post(address, {**typed, "once": str(uuid4())})


@pytest.fixture
def told(cast: Cast) -> None:
    missing.report_missing(cast.ash, reported=Moment(NOW - HOUR), by=cast.system, at=NOW)
    recording.tell(NOW)


@pytest.mark.usefixtures("told")
def test_what_somebody_was_told_is_on_their_page_and_counted_on_their_work(cast: Cast) -> None:
    client = signed_in(cast.user("worker"))
    assert "1 alert that you have not read" in client.get("/").content.decode()
    page = client.get("/alerts/").content.decode()
    assert "Reported missing" in page
    assert "Alder" in page
    assert "New" in page
    assert Reading.objects.filter(user_id=cast.user("worker").pk, shown__contains=[cast.ash.pk]).exists()


@pytest.mark.usefixtures("told")
def test_once_read_it_is_counted_no_more(cast: Cast) -> None:
    client = signed_in(cast.user("worker"))
    [alert] = Alert.objects.all()
    assert send(client, f"/alerts/{alert.pk}/read/").status_code == 302
    assert "alert that you have not read" not in client.get("/").content.decode()
    assert "I have read these" not in client.get("/alerts/").content.decode()


@pytest.mark.usefixtures("told")
def test_nobody_reads_for_another(cast: Cast) -> None:
    [alert] = Alert.objects.all()
    send(signed_in(cast.user("outsider")), f"/alerts/{alert.pk}/read/")
    alert.refresh_from_db()
    assert alert.read_at is None


@pytest.mark.usefixtures("told")
def test_who_sees_the_child_no_longer_is_shown_no_name(cast: Cast) -> None:
    end_allocation(Allocation.objects.get(child=cast.ash), local_date(NOW))
    page = signed_in(cast.user("worker")).get("/alerts/").content.decode()
    assert "Alder" not in page
    assert "A child whose record you do not see" in page
    assert "Being told opens no record" in page


def test_an_empty_list_says_what_would_be_in_it(cast: Cast) -> None:
    page = signed_in(cast.user("worker")).get("/alerts/").content.decode()
    assert "You are told here when a child of yours is missing" in page


CHOSEN = {"at_once": "yes", "daily": "no", "quiet_from": "6:30pm", "quiet_until": "7.30am"}


def test_somebody_says_how_they_are_told(cast: Cast) -> None:
    client = signed_in(cast.user("worker"))
    assert "worker@saltmere.example" in client.get("/alerts/choices/").content.decode()
    assert send(client, "/alerts/choices/", **CHOSEN).status_code == 302
    choice = Choice.objects.get(user=cast.user("worker"))
    assert (choice.at_once, choice.daily, choice.quiet) == (True, False, (time(18, 30), time(7, 30)))
    assert "18:30" in client.get("/alerts/choices/").content.decode()
    send(client, "/alerts/choices/", **{**CHOSEN, "quiet_from": "", "quiet_until": ""})
    assert Choice.objects.get(user=cast.user("worker")).quiet is None


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"quiet_until": ""}, "Enter both times, or neither."),
        ({"quiet_from": ""}, "Enter both times, or neither."),
        ({"quiet_until": "6:30pm"}, "must end at another time"),
        ({"quiet_from": "half six"}, "must be a time, like 6:10pm or 18:10"),
        ({"daily": ""}, "Select yes if you want a mail each morning"),
    ],
)
def test_what_cannot_be_is_said_beside_the_question(cast: Cast, answers: dict[str, str], says: str) -> None:
    page = send(signed_in(cast.user("worker")), "/alerts/choices/", **{**CHOSEN, **answers}).content.decode()
    assert says in page
    assert not Choice.objects.exists()


def late(cast: Cast) -> Message:
    return Message.objects.create(
        letter="alerts.at_once",
        user_id=cast.user("worker").pk,
        tries=7,
        trouble="ConnectionRefusedError",
        made_at=NOW - 2 * HOUR,
        next_try_at=NOW + HOUR,
    )


def test_an_administrator_sees_what_was_not_delivered_and_nothing_of_a_child(cast: Cast) -> None:
    message = late(cast)
    client = signed_in(cast.user("administrator"))
    page = client.get("/alerts/undelivered/").content.decode()
    assert "worker@saltmere.example" in page
    assert "ConnectionRefusedError" in page
    assert "No server answered (ConnectionRefusedError). Tried 7 times" in page
    assert send(client, f"/alerts/undelivered/{message.pk}/").status_code == 302
    message.refresh_from_db()
    assert (message.tries, message.next_try_at) == (0, NOW)
    assert "Nothing" in client.get("/alerts/undelivered/").content.decode()


def test_an_administrator_leaves_one_unsent(cast: Cast) -> None:
    message = late(cast)
    client = signed_in(cast.user("administrator"))
    assert send(client, f"/alerts/undelivered/{message.pk}/end/").status_code == 302
    message.refresh_from_db()
    assert message.dropped_at == NOW
    assert client.get(f"/alerts/undelivered/{message.pk}/end/").status_code == 404


def test_what_waits_for_less_than_an_hour_is_no_news(cast: Cast) -> None:
    message = late(cast)
    Message.objects.filter(pk=message.pk).update(made_at=NOW - timedelta(minutes=59))
    assert (
        "ConnectionRefusedError"
        not in signed_in(cast.user("administrator")).get("/alerts/undelivered/").content.decode()
    )


def test_without_mail_the_page_says_so(cast: Cast, settings) -> None:
    settings.MAIL_BY = ""
    assert (
        "Mail is not set up"
        in signed_in(cast.user("administrator")).get("/alerts/undelivered/").content.decode()
    )
    assert (
        "has not set up mail yet" in signed_in(cast.user("worker")).get("/alerts/choices/").content.decode()
    )


def test_what_was_sent_meanwhile_is_neither_tried_again_nor_left(cast: Cast) -> None:
    message = late(cast)
    Message.objects.filter(pk=message.pk).update(sent_at=NOW)
    for act in (recording.try_again, recording.leave):
        with pytest.raises(Refused, match="sent meanwhile"):
            act(message, at=NOW)
