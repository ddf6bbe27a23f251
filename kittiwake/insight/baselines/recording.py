"""The only way a baseline is set, and taken back."""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.insight.baselines import events
from kittiwake.insight.baselines.queries import rows_of, standing
from kittiwake.insight.models import Baseline
from kittiwake.record.believing import must_be_believable
from kittiwake.time.moments import in_words, local_date

SOMEBODY_ELSE = "Somebody else has just changed the baselines of this measure. Look at them again first."


@whole()
def set_baseline(
    measure: str, *, starts_on: date, why: str, version: int, by: User, at: datetime
) -> Baseline:
    """From the month of that day on, its charts judge by what was usual since. What was before keeps its limits.

    `version` is how often its baselines were changed when it was read. Refuses a day to come, no reason, a month that has
    a baseline already, and a second person who had not seen what the first did.
    """
    must_be_believable(at, starts_on=starts_on)
    if starts_on > local_date(at):
        raise Refused(
            "Choose today or a day in the past: a baseline rests on months that were.", field="starts_on"
        )
    month = starts_on.replace(day=1)
    if month in {row.starts_on for row in standing(measure)}:
        raise Refused("A baseline begins in that month already.", field="starts_on")
    row = _add(measure, month, why, version=version, stands=True, by=by, at=at)
    history.write(
        events.SET, row, by=by, at=at, changes={measure: (None, in_words(month)), "why": (None, row.why)}
    )
    return row


@whole()
def take_back(baseline: Baseline, *, why: str, version: int, by: User, at: datetime) -> Baseline:
    """As if it had never been set. Refuses one that does not stand any more, and as setting does."""
    if baseline.pk not in {row.pk for row in standing(baseline.measure)}:
        raise Refused(
            "This baseline does not stand any more. Look at those there are on the page of the measure."
        )
    row = _add(baseline.measure, baseline.starts_on, why, version=version, stands=False, by=by, at=at)
    changes = {baseline.measure: (in_words(baseline.starts_on), None), "why": (baseline.why, row.why)}
    history.write(events.TAKEN_BACK, row, by=by, at=at, changes=changes)
    return row


def _add(
    measure: str, month: date, why: str, *, version: int, stands: bool, by: User, at: datetime
) -> Baseline:
    if not why.strip():
        raise Refused("Say why.", field="why")
    if version != len(rows_of(measure)):
        raise Refused(SOMEBODY_ELSE)
    with refused_by(baseline_one_after_another=Refused(SOMEBODY_ELSE)):
        return Baseline.objects.create(
            measure=measure, number=version + 1, starts_on=month, stands=stands, why=why.strip(), by=by, at=at
        )
