"""The only way the supported year and its steps are written."""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.assurance.workforce import events
from kittiwake.assurance.workforce.models import NewlyQualified, SupportedYearStep
from kittiwake.assurance.workforce.refusal import refuse
from kittiwake.assurance.workforce.rules import wrong_days
from kittiwake.assurance.workforce.supported_year import rules
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date


@whole()
def start_supported_year(
    worker: Worker, *, starts_on: date, by: User, at: datetime, ends_on: date | None = None
) -> NewlyQualified:
    """They are newly qualified from that day: a protected caseload, an induction, shadowing and reviews."""
    must_be_believable(at, starts_on=starts_on, ends_on=ends_on)
    refuse(wrong_days(starts_on, ends_on), "ends_on")
    with refused_by(
        newly_qualified_once_at_a_time=Refused(
            "They are already recorded as newly qualified then.", field="starts_on"
        )
    ):
        year = NewlyQualified.objects.create(
            worker=worker, starts_on=starts_on, ends_on=ends_on, recorded_at=at
        )
    history.write(events.SUPPORTED_YEAR_STARTED, year, by=by, at=at)
    return year


@whole()
def hold_step(year: NewlyQualified, *, key: str, held_on: date, by: User, at: datetime) -> SupportedYearStep:
    if key not in {step[0] for step in rules.STEPS}:
        raise Refused("Choose what was held from the list.", field="key")
    if held_on < year.starts_on or held_on > local_date(at):
        raise Refused("Enter a day between the start of their first year and today.", field="held_on")
    step, is_new = SupportedYearStep.objects.get_or_create(
        year=year, key=key, defaults={"held_on": held_on, "worker_id": year.worker_id, "recorded_at": at}
    )
    if not is_new:
        raise Refused("This has already been recorded. Open the worker’s page to see it.")
    history.write(events.STEP_HELD, step, by=by, at=at)
    return step
