"""Setting the council's own limits: the only way a limit is changed."""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.clocks import events, limits
from kittiwake.primitives.clocks.models import LocalLimit
from kittiwake.primitives.clocks.standards import Standard
from kittiwake.record.believing import must_be_believable
from kittiwake.time.durations import LONGEST, Duration
from kittiwake.time.moments import local_date

SOMEBODY_ELSE = "Somebody else has just changed this standard. Look at it again before you change it."


@whole()
def set_limit(
    standard: Standard, *, count: int, effective_from: date, why: str, version: int, by: User, at: datetime
) -> LocalLimit:
    """From that day on it is so many of the unit it has always been in. What is already due stays due when it was.

    `version` is how many changes there were when it was read. Refuses a limit that law sets, a day that has passed,
    no reason, no change, and a second person who had not seen the first's.
    """
    must_be_believable(at, effective_from=effective_from)
    within = _refuse(standard, count, effective_from, why.strip(), at)
    if version != len(limits.changes().get(standard.key, ())):
        raise Refused(SOMEBODY_ELSE)
    before = limits.within_on(standard, effective_from)
    if before == within:
        raise Refused(f"It is {within} on that day already.", field="count")
    row = _next(
        key=standard.key,
        number=version + 1,
        count=count,
        unit=within.unit.value,
        effective_from=effective_from,
        why=why.strip(),
        at=at,
        by=by,
    )
    limits.forget()
    changes = {standard.title: (str(before), f"{within} from {effective_from.isoformat()}")}
    history.write(events.LIMIT_SET, row, by=by, at=at, changes=changes)
    return row


def _refuse(standard: Standard, count: int, effective_from: date, why: str, at: datetime) -> Duration:
    if not standard.local:
        raise Refused(
            f"“{standard.title}” is set by law or national guidance, and is not the council’s to change. Choose one of our own."
        )
    if effective_from < local_date(at):
        raise Refused(
            "Choose today or a later day. What was due before stays as it was, so that nobody was late by a rule "
            "they could not know.",
            field="effective_from",
        )
    if not why:
        raise Refused("Say why the limit changes.", field="why")
    least = 0 if standard.within.unit == "days" else 1
    if not least <= count <= LONGEST:
        raise Refused(f"Enter a number from {least} to {LONGEST:,}.", field="count")
    return Duration(count, standard.within.unit)


def _next(**row: object) -> LocalLimit:
    with refused_by(local_limit_one_after_another=Refused(SOMEBODY_ELSE)):
        return LocalLimit.objects.create(**row)
