"""The terms of a school as they are typed: read, held against the calendar, shown with their school days."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.primitives.clocks.models import SchoolYear
from kittiwake.primitives.clocks.terms import typed
from kittiwake.primitives.clocks.terms.queries import calendar_of
from kittiwake.primitives.clocks.terms.recording import set_terms
from kittiwake.record.models import Agency
from kittiwake.time.school import Term
from tests.cast import NOW, signed_in

TERMS = """Wednesday 2 September 2026 to Friday 23 October 2026
2026-11-02 - 2026-12-18
4/1/2027 – 12/2/2027
22 Feb 2027 until 25 March 2027
12 April 2027 to 28 May 2027
7 June 2027 to 21 July 2027"""


@pytest.fixture
def school(db: None) -> Agency:
    return Agency.objects.create(name="Saltmere High School", kind="school")


@pytest.fixture
def by(db: None) -> User:
    return User.objects.create_user("ada@saltmere.example", "Ada", Role.ADMINISTRATOR)


@pytest.fixture
def administrator(by: User, time_machine: Any) -> Client:
    time_machine.move_to(NOW)
    return signed_in(by)


def give(school: Agency, by: User, **more: Any) -> SchoolYear:
    facts = {"terms": TERMS, "closed": "4 January 2027", "source": "Their page", "version": 0, **more}
    return set_terms(school, **facts, by=by, at=NOW)


def test_terms_are_read_as_people_write_them() -> None:
    assert typed.read_terms(TERMS)[:3] == [
        Term(date(2026, 9, 2), date(2026, 10, 23)),
        Term(date(2026, 11, 2), date(2026, 12, 18)),
        Term(date(2027, 1, 4), date(2027, 2, 12)),
    ]


def test_school_days_leave_out_training_days_and_bank_holidays(school: Agency, by: User) -> None:
    calendar = calendar_of(give(school, by))
    assert calendar.add_school_days(date(2026, 12, 18), 1) == date(2027, 1, 5)
    assert not calendar.is_school_day(date(2027, 5, 3))


def test_what_is_set_again_stands_and_what_was_set_is_kept(school: Agency, by: User) -> None:
    give(school, by)
    give(school, by, closed="", version=1, source="The head")
    assert list(SchoolYear.objects.order_by("pk").values_list("starts", "number")) == [(2026, 1), (2026, 2)]
    with pytest.raises(DatabaseError), transaction.atomic():
        SchoolYear.objects.update(source="x")
    assert Event.objects.filter(what="clocks.terms_set").count() == 2


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"terms": "2 September 2026"}, "Write each term as two days"),
        ({"terms": "2 September 2026 to soon"}, "This one cannot be read: soon"),
        ({"terms": "23 October 2026 to 2 September 2026"}, "ends before it starts"),
        ({"terms": "2 June 2026 to 2 September 2026", "closed": ""}, "These are of several"),
        (
            {
                "terms": "2 September 2026 to 23 October 2026\n20 October 2026 to 18 December 2026",
                "closed": "",
            },
            "overlap",
        ),
        (
            {"terms": "2 September 2026 to 23 October 2026\n12 April 2027 to 28 May 2027"},
            "seems to be missing",
        ),
        ({"terms": " "}, "Enter the term dates of Saltmere High School"),
        ({"closed": "28 December 2026"}, "28 December 2026 is on a weekend or in no term"),
        ({"source": ""}, "Say where the dates are from"),
        ({"version": 1}, "Somebody else has just set the terms"),
    ],
)
def test_it_refuses(school: Agency, by: User, facts: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        give(school, by, **facts)
    assert not SchoolYear.objects.exists()


def test_they_are_set_on_the_page_of_the_school(school: Agency, administrator: Client) -> None:
    assert "Not known" in administrator.get("/settings/schools/").content.decode()
    sent = {"terms": TERMS, "closed": "", "source": "Their page", "version": 0, "once": str(uuid4())}
    answer = administrator.post(f"/settings/schools/{school.pk}/terms/", sent)
    assert answer.status_code == 302
    page = administrator.get(answer["Location"]).content.decode()
    for words in ("2026 to 2027", "Wednesday 2 September 2026", "38", "Their page", "Ada"):
        assert words in page, words
    assert "Not known" not in administrator.get("/settings/schools/").content.decode()


def test_who_is_no_school_has_no_terms(administrator: Client) -> None:
    police = Agency.objects.create(name="Police", kind="police")
    assert administrator.get(f"/settings/schools/{police.pk}/").status_code == 404
