"""The only way absences are written. Why somebody is away is kept apart, for those who manage them."""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.assurance.workforce import codes, events, rules
from kittiwake.assurance.workforce.models import Absence, AbsenceKind
from kittiwake.assurance.workforce.refusal import refuse
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Worker
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date


@whole()
def record_absence(
    worker: Worker, *, kind: str, starts_on: date, by: User, at: datetime, ends_on: date | None = None
) -> Absence:
    must_be_believable(at, starts_on=starts_on, ends_on=ends_on)
    refuse("Choose why from the list." if kind not in dict(codes.ABSENCES) else "", "kind")
    refuse(rules.wrong_days(starts_on, ends_on), "ends_on")
    with refused_by(
        absence_once_at_a_time=Refused(
            "They are recorded as away in that time already. Record when they came back, or choose other days.",
            field="starts_on",
        )
    ):
        absence = Absence.objects.create(worker=worker, starts_on=starts_on, ends_on=ends_on, recorded_at=at)
    AbsenceKind.objects.create(absence=absence, worker=worker, kind=kind)
    history.write(events.ABSENT, absence, by=by, at=at)
    return absence


@whole()
def come_back(absence: Absence, *, ends_on: date, by: User, at: datetime) -> None:
    """`ends_on` is the first day back. Refuses a day to come, a second time, and one that was struck out."""
    must_stand(absence)
    now = _standing(absence)
    if now.ends_on is not None:
        raise Refused(
            f"They were back on {long_date(now.ends_on)} already. If that is wrong, strike the absence out and record it again."
        )
    refuse(rules.wrong_days(now.starts_on, ends_on), "ends_on")
    if ends_on > local_date(at):
        raise Refused("This day is to come. Record it when they are back.", field="ends_on")
    Absence.objects.filter(pk=now.pk).update(ends_on=ends_on)
    history.write(events.BACK, now, by=by, at=at)


@whole()
def strike_out_absence(absence: Absence, *, reason: str, by: User, at: datetime) -> None:
    """It was recorded wrongly, and may be recorded again. What was wrong may say why they were away: kept with the kind."""
    now = _standing(absence)
    Absence.objects.filter(pk=now.pk).update(struck_out_at=at)
    AbsenceKind.objects.filter(absence=now).update(struck_out_reason=reason)
    history.write(events.ABSENCE_STRUCK_OUT, now, by=by, at=at)


def _standing(absence: Absence) -> Absence:
    now = Absence.objects.select_for_update(of=("self",)).get(pk=absence.pk)
    if now.struck_out_at is not None:
        raise Refused("This absence has been struck out already. Record it again if that was wrong.")
    return now
