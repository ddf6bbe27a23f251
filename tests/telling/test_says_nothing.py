"""What leaves by mail says nothing about a child, nor does any row, job or log on the way there."""

from __future__ import annotations

import logging
import re

import pytest
from django.core import mail
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.test import Client

from kittiwake.access import recording as access
from kittiwake.access.identity import acting_as
from kittiwake.council.alerts import recording
from kittiwake.practice.missing import recording as missing
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, make_child
from tests.telling.test_telling import HOUR, _mail, mailed, missing_child, on_call

__all__ = ["_mail"]


CANARIES = (
    "Quartzforename",
    "Quartzsurname",
    "Quartzplace",
    "Quartzreporter",
    "Quartzreason",
    "Quartzcircumstance",
)


def canaries(cast: Cast) -> Child:
    """A restricted child of the worker's, with a word of its own in whatever is said of them."""
    child = make_child("Quartzforename", "Quartzsurname", cast.north, cast.workers["worker"])
    access.restrict(child, reason="Quartzreason", named=[], by=cast.system, at=NOW)
    facts = {
        "reporter": "Quartzreporter",
        "missing_from": "Quartzplace",
        "circumstances": "Quartzcircumstance",
    }
    missing.report_missing(child, reported=Moment(NOW - HOUR), by=cast.system, at=NOW, **facts)
    return child


def test_no_mail_row_job_log_or_address_says_anything_about_a_child(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    child = canaries(cast)
    user = cast.user("outsider")
    named = {
        "known_by": "name",
        "surname": child.surname,
        "forename": child.forenames,
        "born_on": child.born_on,
    }
    with acting_as(user):
        access.break_glass(**named, reason="Quartzreason", by=user, at=NOW)
    on_call(cast, "colleague", NOW - HOUR, NOW + HOUR)
    recording.tell(NOW)
    recording.remind(NOW)
    assert set(mailed()) >= {"worker", "colleague"}
    with connection.cursor() as cursor:
        tables = ("outbox_message", "outbox_notice", "alerts_alert", "alerts_choice", "procrastinate_jobs")
        said = [rows_of(table, cursor) for table in tables]
    said += [str(message.message()) for message in mail.outbox]
    said += [record.getMessage() for record in caplog.records if not record.name.startswith("django.db")]
    assert len(mail.outbox) >= 3
    leaked = {word for word in (*CANARIES, *names_of(cast)) if word in "".join(said)}
    assert leaked == set()


def rows_of(table: str, cursor: CursorWrapper) -> str:
    cursor.execute(f"SELECT coalesce(string_agg(r::text, ''), '') FROM {table} r")
    return str(cursor.fetchone()[0])


def names_of(cast: Cast) -> set[str]:
    return {name for child in (cast.ash, cast.hazel) for name in (child.forenames, child.surname)}


def test_every_link_in_a_mail_asks_for_sign_in(cast: Cast) -> None:
    missing_child(cast)
    recording.tell(NOW)
    mailed()
    [link] = re.findall(r"https://kittiwake.example(\S+)", mail.outbox[0].body)
    assert link == "/alerts/"
    answer = Client().get(link)
    assert (answer.status_code, "login" in answer["Location"] or "personas" in answer["Location"]) == (
        302,
        True,
    )
