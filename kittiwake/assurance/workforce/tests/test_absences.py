"""Somebody is away, is back, or was never away."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.assurance.workforce.absences import recording
from kittiwake.assurance.workforce.models import Absence, AbsenceKind
from kittiwake.history.refusal import Refused
from tests.cast import NOW, Cast, signed_in

TODAY = NOW.date()
SINCE = date(2026, 11, 2)


@pytest.fixture
def system(cast: Cast):  # type: ignore[no-untyped-def]
    with acting_as_system() as user:
        yield {"by": user, "at": NOW}


@pytest.fixture
def away(cast: Cast, system: dict) -> Absence:  # type: ignore[type-arg]
    return recording.record_absence(cast.workers["worker"], kind="SIC", starts_on=SINCE, **system)


def test_who_is_back_is_away_until_the_day_before(away, system) -> None:
    recording.come_back(away, ends_on=TODAY, **system)
    assert list(Absence.objects.on(TODAY - timedelta(days=1))) == [away]
    assert not Absence.objects.on(TODAY).exists()


@pytest.mark.parametrize(
    ("ends_on", "said"),
    [(date(2026, 11, 1), "before the start"), (TODAY + timedelta(days=1), "This day is to come")],
)
def test_a_day_back_that_cannot_be_is_refused(away, system, ends_on: date, said: str) -> None:
    with pytest.raises(Refused, match=said):
        recording.come_back(away, ends_on=ends_on, **system)


def test_nobody_comes_back_twice(away, system) -> None:
    recording.come_back(away, ends_on=TODAY, **system)
    with pytest.raises(Refused, match="were back on 23 November 2026 already"):
        recording.come_back(away, ends_on=TODAY, **system)


def test_nobody_is_away_twice_at_a_time(cast, away, system) -> None:
    with pytest.raises(Refused, match="away in that time already"):
        recording.record_absence(cast.workers["worker"], kind="TRN", starts_on=TODAY, **system)
    recording.come_back(away, ends_on=date(2026, 11, 9), **system)
    recording.record_absence(cast.workers["worker"], kind="TRN", starts_on=date(2026, 11, 9), **system)


def test_what_was_wrong_is_struck_out_and_may_be_recorded_again(cast, away, system) -> None:
    recording.strike_out_absence(away, reason="It was the colleague", **system)
    assert not Absence.objects.standing().exists()
    assert AbsenceKind.objects.get().struck_out_reason == "It was the colleague"
    with pytest.raises(Refused, match="struck out already"):
        recording.strike_out_absence(away, reason="x", **system)
    with pytest.raises(Refused, match="was struck out"):
        recording.come_back(away, ends_on=TODAY, **system)
    recording.record_absence(cast.workers["worker"], kind="SIC", starts_on=SINCE, **system)


def test_they_themselves_never_see_why_it_was_struck_out(cast: Cast) -> None:
    with acting_as_system() as system:
        away = recording.record_absence(
            cast.workers["worker"], kind="SIC", starts_on=SINCE, by=system, at=NOW
        )
        recording.strike_out_absence(away, reason="They were not sick", by=system, at=NOW)
    with acting_as(cast.user("worker")):
        assert Absence.objects.exists()
        assert not AbsenceKind.objects.exists()


def send(cast: Cast, who: str, name: str, pk: int, **typed: str) -> tuple[int, str]:
    data = {"once": str(uuid4()), **typed}
    answer = signed_in(cast.user(who)).post(reverse(name, args=[pk]), data, follow=True)
    return answer.status_code, answer.content.decode()


@pytest.fixture
def recorded(cast: Cast) -> Absence:
    with acting_as_system() as system:
        return recording.record_absence(
            cast.workers["worker"], kind="SIC", starts_on=SINCE, by=system, at=NOW
        )


DAY = {"ends_on_day": "9", "ends_on_month": "11", "ends_on_year": "2026"}


def test_their_manager_says_they_are_back(cast: Cast, recorded: Absence, time_machine) -> None:
    time_machine.move_to(NOW)
    _, html = send(cast, "manager", "workforce:come_back", recorded.pk, **DAY)
    assert "back 9 November 2026" in html
    assert "They are back<" not in html


def test_their_manager_strikes_out_what_was_wrong(cast: Cast, recorded: Absence) -> None:
    _, html = send(cast, "manager", "workforce:strike_out_absence", recorded.pk, reason="Somebody else")
    assert "No absence is recorded" in html


def test_a_refusal_stands_beside_the_question(cast: Cast, recorded: Absence, time_machine) -> None:
    time_machine.move_to(NOW)
    status, html = send(cast, "manager", "workforce:come_back", recorded.pk, **{**DAY, "ends_on_day": "1"})
    assert status == 422
    assert "The end cannot be before the start" in html


@pytest.mark.parametrize(("who", "status"), [("worker", 403), ("colleague", 404), ("outsider", 404)])
def test_nobody_else_ends_an_absence(cast: Cast, recorded: Absence, who: str, status: int) -> None:
    answered, _ = send(cast, who, "workforce:come_back", recorded.pk, **DAY)
    assert answered in (403, 404)
    with acting_as_system():
        assert Absence.objects.get().ends_on is None
