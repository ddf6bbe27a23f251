"""The only way an inspection or visit is written down."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Unpack

from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.assurance.inspection import events
from kittiwake.assurance.inspection.facts import ReportFacts, VisitFacts
from kittiwake.assurance.inspection.models import Inspection
from kittiwake.history import recording as history
from kittiwake.history.recording import Changes
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.time.moments import local_date

SOMEBODY_ELSE = (
    "Somebody else has changed this since you opened it. Look at it again: what you wrote is still here."
)


@whole()
def expect(*, by: User, at: datetime, **facts: Unpack[VisitFacts]) -> Inspection:
    """One is to come, or has been: about when, what it looks at, and when it was announced. Refuses days that cannot be."""
    _refuse_impossible(facts, at)
    visit = Inspection.objects.create(**facts, recorded_at=at, recorded_by=by)
    kind = events.ANNOUNCED if visit.announced_on else events.EXPECTED
    history.write(kind, visit, by=by, at=at)
    return visit


@whole()
def change(visit: Inspection, *, version: int, by: User, at: datetime, **facts: Unpack[VisitFacts]) -> None:
    """What is known of it now: its days, who comes, when it was announced, when lists were asked for and given.

    Refuses days that cannot be, one that did not take place, and a second person who had not seen what the first wrote.
    """
    _refuse_impossible(facts, at)
    was = _refuse_called_off(visit)
    if visit.reported_on and (facts["announced_on"] is None or facts["starts_on"] > visit.reported_on):
        raise Refused("It has been reported, so it was announced and held before that.", field="starts_on")
    _set(visit, version, **facts)
    newly = facts["announced_on"] and not was.announced_on
    history.write(
        events.ANNOUNCED if newly else events.CHANGED, visit, by=by, at=at, changes=_changes(was, facts)
    )


@whole()
def report(visit: Inspection, *, version: int, by: User, at: datetime, **facts: Unpack[ReportFacts]) -> None:
    """Its letter has come: when, the grade where one was given, and whether an action plan has to follow.

    Refuses a report of a visit that nobody announced, one before it began or to come, and a plan sent where none is needed.
    """
    was = _refuse_called_off(visit)
    must_be_believable(at, reported_on=facts["reported_on"], plan_sent_on=facts["plan_sent_on"])
    _refuse_report(was, facts, local_date(at))
    _set(visit, version, **facts)
    history.write(events.REPORTED, visit, by=by, at=at, changes=_changes(was, facts))


@whole()
def call_off(visit: Inspection, *, why: str, version: int, by: User, at: datetime) -> None:
    """It did not take place, or was never to: it stays listed with the reason. Refuses one that was reported."""
    was = _refuse_called_off(visit)
    if was.reported_on:
        raise Refused("It has been reported, so it took place. Change what is known of it instead.")
    if not why.strip():
        raise Refused("Say why it did not take place.", field="why")
    _set(visit, version, called_off_why=why.strip())
    history.write(events.CALLED_OFF, visit, by=by, at=at, changes={"why": (None, why.strip())})


def _refuse_impossible(facts: VisitFacts, at: datetime) -> None:
    must_be_believable(
        at, starts_on=facts["starts_on"], ends_on=facts["ends_on"], announced_on=facts["announced_on"],
        lists_asked_on=facts["lists_asked_on"], lists_given_on=facts["lists_given_on"],
    )  # fmt: skip
    days = {name: day for name, day in facts.items() if isinstance(day, date)}
    today, announced_on = local_date(at), facts["announced_on"]
    if facts["ends_on"] < facts["starts_on"]:
        raise Refused("It cannot end before it begins.", field="ends_on")
    if announced_on and announced_on > facts["starts_on"]:
        raise Refused("It was announced on the day it began at the latest.", field="announced_on")
    for field in ("announced_on", "lists_asked_on", "lists_given_on"):
        if (day := days.get(field)) and day > today:
            raise Refused("That day has not come yet. Enter it when it has happened.", field=field)
    asked, given = facts["lists_asked_on"], facts["lists_given_on"]
    if given and (asked is None or given < asked):
        raise Refused("Lists are given after they were asked for. Check both days.", field="lists_given_on")


def _refuse_report(visit: Inspection, facts: ReportFacts, today: date) -> None:
    if visit.announced_on is None:
        raise Refused("Record first when it was announced and held.", field="reported_on")
    if facts["reported_on"] < visit.starts_on or facts["reported_on"] > today:
        raise Refused("The day of the letter is after the visit began, and not to come.", field="reported_on")
    sent = facts["plan_sent_on"]
    if sent and not facts["needs_plan"]:
        raise Refused("Say that an action plan is needed, or leave this empty.", field="plan_sent_on")
    if sent and not facts["reported_on"] <= sent <= today:
        raise Refused("The plan follows the letter, and was sent by today.", field="plan_sent_on")


def _refuse_called_off(visit: Inspection) -> Inspection:
    """As it is now, held for the rest of this."""
    held = Inspection.objects.select_for_update().get(pk=visit.pk)
    if held.called_off_why:
        raise Refused("It did not take place. Record another where one did.")
    return held


def _set(visit: Inspection, version: int, **facts: Any) -> None:
    if not Inspection.objects.filter(pk=visit.pk, version=version).update(**facts, version=F("version") + 1):
        raise Refused(SOMEBODY_ELSE)


def _changes(was: Inspection, facts: VisitFacts | ReportFacts) -> Changes:
    pairs = ((name, getattr(was, name), value) for name, value in facts.items())
    return {name: (before, value) for name, before, value in pairs if before != value}
