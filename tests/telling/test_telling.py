"""Who is told at once, by which way, and who is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta

import pytest
from django.core import mail
from django.db import transaction

from kittiwake.access import recording as access
from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.alerts import letters, recording
from kittiwake.council.alerts.models import Alert
from kittiwake.council.on_call.recording import put_on_call, take_off_call
from kittiwake.history.kinds import event_kinds
from kittiwake.outbox import sending
from kittiwake.outbox.models import Message, Notice
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.record.models import Allocation, Child
from kittiwake.time.moments import Moment, local_date
from tests.cast import NOW, Cast, end_allocation

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NIGHT = NOW + 14 * HOUR  # 11 at night in London


@pytest.fixture(autouse=True)
def _mail(settings, db: None) -> Iterator[None]:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.MAIL_BY, settings.ADDRESS = "smtp", "https://kittiwake.example"
    with acting_as_system():
        yield


def missing_child(cast: Cast, child: Child | None = None, *, by: User | None = None, at=NOW) -> Episode:
    return missing.report_missing(
        child or cast.ash, reported=Moment(at - HOUR), by=by or cast.system, at=at, circumstances="Quartz"
    )


def told(at=NOW) -> set[str]:
    """Who has it on their page after this pass, by the first half of their address."""
    recording.tell(at)
    alerts = Alert.objects.select_related("user")
    return {alert.user.email.partition("@")[0] for alert in alerts}


def mailed(at=NOW) -> list[str]:
    mail.outbox = []
    sending.send_waiting(at)
    return sorted(message.to[0].partition("@")[0] for message in mail.outbox)


def test_the_worker_of_a_missing_child_is_told_and_nobody_else(cast: Cast) -> None:
    missing_child(cast)
    assert told() == {"worker"}
    assert mailed() == ["worker"]
    [message] = mail.outbox
    assert message.subject == "Kittiwake: something cannot wait"
    assert message.body.startswith("Something about a child of yours cannot wait.")
    assert "https://kittiwake.example/alerts/" in message.body


def test_it_is_told_once_however_often_the_worker_looks(cast: Cast) -> None:
    missing_child(cast)
    for minute in range(3):
        recording.tell(NOW + minute * MINUTE)
    assert (Alert.objects.count(), Message.objects.count()) == (1, 1)
    assert mailed() == ["worker"]
    assert mailed(NOW + DAY) == []


def test_an_act_that_is_undone_tells_nobody(cast: Cast) -> None:
    with transaction.atomic():
        missing_child(cast)
        transaction.set_rollback(True)
    assert told() == set()


def test_nobody_is_told_of_what_they_did_themselves(cast: Cast) -> None:
    missing_child(cast, by=cast.user("worker"))
    assert told() == set()


def test_a_notice_that_cannot_be_told_holds_up_no_other(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    """As where the worker has an alert of it already, whoever wrote that."""
    missing_child(cast)
    [first] = Notice.objects.all()
    Alert.objects.create(user=cast.user("worker"), notice_id=first.pk, what=first.what, at=NOW)
    missing_child(cast, cast.briar)
    assert recording.tell(NOW) == 1
    assert list(Notice.objects.filter(told_at=None)) == [first]
    assert Alert.objects.filter(user=cast.user("colleague")).count() == 1
    assert f"Notice {first.pk} could not be told: IntegrityError" in caplog.text
    assert "Alder" not in caplog.text


def test_a_child_who_is_back_by_then_is_no_alarm(cast: Cast) -> None:
    episode = missing_child(cast)
    missing.record_return(episode, returned=Moment(NOW - MINUTE), source="police", by=cast.system, at=NOW)
    assert told() == set()


def test_nor_by_the_time_that_the_mail_goes(cast: Cast) -> None:
    episode = missing_child(cast)
    assert told() == {"worker"}
    missing.record_return(episode, returned=Moment(NOW - MINUTE), source="police", by=cast.system, at=NOW)
    assert mailed() == []
    assert mailed(NOW + DAY) == []


def test_a_past_absence_in_a_list_is_no_alarm(cast: Cast) -> None:
    missing.report_past(
        cast.ash, reported=Moment(NOW - 3 * DAY), returned=Moment(NOW - 2 * DAY), by=cast.system, at=NOW
    )
    assert told() == set()


def test_of_a_child_with_no_worker_the_manager_of_the_team_is_told(cast: Cast) -> None:
    Allocation.objects.filter(child=cast.ash).update(worker=None)
    missing_child(cast)
    assert told() == {"manager"}


def test_a_restricted_record_that_is_broken_into_is_told_to_whose_it_is(cast: Cast) -> None:
    break_glass(cast)
    assert told() >= {"worker"}
    assert "colleague" not in told()
    assert "manager" not in told()
    assert mailed() == ["worker"]


def break_glass(cast: Cast, by: str = "outsider", child: str = "hazel") -> None:
    opened: Child = getattr(cast, child)
    named = {
        "known_by": "name",
        "surname": opened.surname,
        "forename": opened.forenames,
        "born_on": opened.born_on,
    }
    user = cast.user(by)
    with acting_as(user):
        access.break_glass(**named, reason="Found by the police", by=user, at=NOW)


def test_of_a_record_that_is_not_restricted_its_managers_judge_in_their_time(cast: Cast) -> None:
    break_glass(cast, child="ash")
    assert told() == set()


# Between the act and the mail.


def test_whoever_left_meanwhile_is_not_told(cast: Cast) -> None:
    missing_child(cast)
    recording.tell(NOW)
    accounts.end_user(cast.user("worker"), by=cast.user("administrator"), at=NOW)
    assert mailed() == []
    assert mailed(NOW + DAY) == []


def test_whoever_has_the_child_no_longer_is_not_told(cast: Cast) -> None:
    missing_child(cast)
    recording.tell(NOW)
    end_allocation(Allocation.objects.get(child=cast.ash), local_date(NOW))
    assert mailed() == []


def test_whoever_has_another_role_and_sees_no_child_is_not_told(cast: Cast) -> None:
    missing_child(cast)
    recording.tell(NOW)
    accounts.change_role(cast.user("worker"), role=Role.LEAD_MEMBER, by=cast.user("administrator"), at=NOW)
    assert mailed() == []


def test_whoever_has_read_it_already_gets_no_mail(cast: Cast) -> None:
    missing_child(cast)
    recording.tell(NOW)
    [alert] = Alert.objects.all()
    recording.mark_read(by=alert.user, at=NOW, until=alert.pk)
    assert mailed() == []


# As each person chooses.


def choose(cast: Cast, name: str = "worker", **chosen: object) -> None:
    facts = {"at_once": True, "daily": True, "quiet_from": None, "quiet_until": None}
    recording.choose(**{**facts, **chosen}, by=cast.user(name))  # type: ignore[arg-type]


def test_whoever_wants_no_mail_finds_it_on_their_page(cast: Cast) -> None:
    choose(cast, at_once=False)
    missing_child(cast)
    assert told() == {"worker"}
    assert mailed() == []


def test_quiet_hours_hold_a_mail_back_until_they_end(cast: Cast) -> None:
    choose(cast, quiet_from=time(18), quiet_until=time(7, 30))
    missing_child(cast, at=NIGHT)
    assert told(NIGHT) == {"worker"}
    assert mailed(NIGHT) == []
    assert mailed(NIGHT + 8 * HOUR) == []
    assert mailed(NIGHT + 9 * HOUR) == ["worker"]


def on_call(cast: Cast, name: str, start=NIGHT - HOUR, end=NIGHT + 9 * HOUR):
    return put_on_call(cast.user(name), starts_at=start, ends_at=end, by=cast.user("manager"), at=NOW)


def test_whoever_is_on_call_is_told_whatever_the_hour(cast: Cast) -> None:
    choose(cast, name="outsider", at_once=False, quiet_from=time(18), quiet_until=time(7, 30))
    on_call(cast, "outsider")
    missing_child(cast, at=NIGHT)
    assert told(NIGHT) == {"worker", "outsider"}
    assert mailed(NIGHT) == ["outsider", "worker"]
    on_call_mail = next(message for message in mail.outbox if message.to[0].startswith("outsider"))
    assert "you are on call" in on_call_mail.body


def test_being_on_call_opens_no_record(cast: Cast) -> None:
    on_call(cast, "outsider")
    missing_child(cast, at=NIGHT)
    recording.tell(NIGHT)
    with acting_as(cast.user("outsider")):
        assert not Child.objects.filter(pk=cast.ash.pk).exists()
        assert not Notice.objects.exists()
        assert Alert.objects.count() == 1


def test_of_a_child_without_anybody_whoever_is_on_call_is_told(cast: Cast) -> None:
    Allocation.objects.filter(child=cast.ash).update(ends_on=local_date(NOW))
    on_call(cast, "outsider")
    missing_child(cast, at=NIGHT)
    assert told(NIGHT) == {"outsider"}


def test_whoever_is_on_call_no_more_is_not_told_and_whoever_is_now_was(cast: Cast) -> None:
    shift = on_call(cast, "outsider")
    missing_child(cast, at=NIGHT)
    recording.tell(NIGHT)
    take_off_call(shift, by=cast.user("manager"), at=NIGHT)
    assert mailed(NIGHT + MINUTE) == ["worker"]


def test_nobody_else_reads_what_somebody_was_told(cast: Cast) -> None:
    missing_child(cast)
    recording.tell(NOW)
    with acting_as(cast.user("manager")):
        assert not Alert.objects.exists()


# Once a day.


def test_once_a_day_whoever_has_work_is_told_how_much(cast: Cast) -> None:
    missing.report_past(
        cast.ash, reported=Moment(NOW - 3 * DAY), returned=Moment(NOW - 2 * DAY), by=cast.system, at=NOW
    )
    recording.remind(NOW)
    recording.remind(NOW + HOUR)
    names = mailed()
    assert "worker" in names
    assert len(names) == len(set(names))
    assert "outsider" not in names, "nothing waits for them"
    body = next(message.body for message in mail.outbox if message.to[0].startswith("worker"))
    assert "thing waits for you." in body or "things wait for you." in body


def test_whoever_wants_none_once_a_day_gets_none(cast: Cast) -> None:
    missing.report_past(
        cast.ash, reported=Moment(NOW - 3 * DAY), returned=Moment(NOW - 2 * DAY), by=cast.system, at=NOW
    )
    choose(cast, daily=False)
    recording.remind(NOW)
    assert "worker" not in mailed()


def test_every_letter_is_declared_and_every_event_that_cannot_wait_is_known() -> None:
    assert {name for name, kind in event_kinds().items() if kind.tells} == {
        "access.opened_unlisted",
        "accounts.address_changed",
        "accounts.factors_forgotten",
        "missing.cancelling_called_off",
        "missing.reopened",
        "missing.reported",
    }
    assert letters.AT_ONCE in {letter.name for letter in letters.LETTERS}
