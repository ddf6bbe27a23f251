"""Who sees the record of a worker: they, their managers upwards, the principal social worker and the director."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.assurance.workforce import visibility
from kittiwake.assurance.workforce.absences import recording as absences
from kittiwake.assurance.workforce.engagements import recording as engagements
from kittiwake.assurance.workforce.models import Absence, AbsenceKind, Engagement
from tests.cast import NOW, PEOPLE, Cast

MANAGES = {"manager", "service_manager", "principal", "director"}


@pytest.fixture
def recorded(cast: Cast) -> Cast:
    with acting_as_system() as system:
        worker, by = cast.workers["worker"], {"by": system, "at": NOW}
        engagements.engage(
            worker, kind="permanent", role="5", fte=Decimal(1), starts_on=date(2026, 1, 5), **by
        )
        absences.record_absence(worker, kind="SIC", starts_on=date(2026, 3, 2), **by)
    return cast


@pytest.mark.parametrize("name", PEOPLE)
def test_each_role_sees_what_the_rule_says_and_no_more(recorded: Cast, name: str) -> None:
    user = recorded.user(name)
    sees = name in MANAGES | {"worker"}
    with acting_as(user):
        for find in (lambda model: model.objects.all(), lambda model: visibility.seen(model, user)):
            assert find(Engagement).exists() is sees
            assert find(Absence).exists() is sees
            assert find(AbsenceKind).exists() is (name in MANAGES)


def test_a_manager_sees_their_own_record_and_not_why_they_were_away(recorded: Cast) -> None:
    manager = recorded.user("manager")
    with acting_as_system() as system:
        absences.record_absence(
            recorded.workers["manager"], kind="SIC", starts_on=date(2026, 3, 2), by=system, at=NOW
        )
    with acting_as(manager):
        assert Absence.objects.filter(worker=recorded.workers["manager"]).exists()
        assert not AbsenceKind.objects.filter(worker=recorded.workers["manager"]).exists()


def test_code_and_database_agree_when_somebody_asks_for_another(recorded: Cast) -> None:
    with acting_as_system():
        assert not visibility.seen(Engagement, recorded.user("outsider")).exists()
        assert visibility.seen(Engagement, recorded.user("manager")).exists()
