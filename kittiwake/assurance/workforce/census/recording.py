"""What a workforce census said, put on the record and taken back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Unpack

from kittiwake.accounts.models import User
from kittiwake.assurance.workforce import events
from kittiwake.assurance.workforce.census.facts import CouncilFacts, PersonFacts
from kittiwake.assurance.workforce.models import Census, CensusWorker
from kittiwake.history import recording as history
from kittiwake.history.whole import whole


def census_on(day: date) -> Census | None:
    return Census.objects.filter(reference_date=day).first()


@whole()
def record_council(day: date, *, by: User, at: datetime, **facts: Unpack[CouncilFacts]) -> Census:
    """Vacancies and who covers them; the earlier figures are kept as a version."""
    census: Census
    census, _ = Census.objects.update_or_create(reference_date=day, withdrawn_at=None, defaults=facts)
    history.write(events.CENSUS_RECORDED, census, by=by, at=at)
    return census


@whole()
def record_person(
    day: date, *, swe_number: str, by: User, at: datetime, **facts: Unpack[PersonFacts]
) -> CensusWorker:
    census, _ = Census.objects.get_or_create(reference_date=day, withdrawn_at=None)
    person, _ = CensusWorker.objects.update_or_create(
        census=census, swe_number=swe_number, withdrawn_at=None, defaults=facts
    )
    history.write(events.CENSUS_WORKER_RECORDED, person, by=by, at=at)
    return person


@whole()
def withdraw_person(person: CensusWorker, *, by: User, at: datetime) -> None:
    CensusWorker.objects.filter(pk=person.pk).update(withdrawn_at=at)
    history.write(events.CENSUS_WORKER_WITHDRAWN, person, by=by, at=at)


@whole()
def withdraw_census(census: Census, *, by: User, at: datetime) -> None:
    """The whole day, once none of its workers stands."""
    Census.objects.filter(pk=census.pk).update(withdrawn_at=at)
    history.write(events.CENSUS_WITHDRAWN, census, by=by, at=at)
