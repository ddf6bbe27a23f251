"""What may be recorded late about the drawn world's period: one function each, given the people and a later moment.

Each is about days that were over, or takes back what had been said of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import DatabaseError, connection, models, transaction

from kittiwake.access.earlier import models_read
from kittiwake.assurance.workforce.absences import recording as absences
from kittiwake.assurance.workforce.models import Absence
from kittiwake.insight.tests.later import EVERYBODY, Happening
from kittiwake.insight.tests.worlds import on
from kittiwake.practice.direct_work.sessions import recording as direct_work
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews import recording as interviews
from kittiwake.practice.return_interviews.corrections.recording import correct_moments
from kittiwake.practice.risk.tests.assessed import assessed
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Entry, Membership, Placement, Track
from kittiwake.record.recording import teams
from kittiwake.record.recording.changes import change_child
from kittiwake.time.moments import Moment
from tests.cast import Cast

HOUR = timedelta(hours=1)


def what_was_written_is_struck_out(cast: Cast, at: datetime) -> None:
    for entry in Entry.objects.standing():
        record.strike_out(entry, reason="The wrong child", by=cast.system, at=at)


def half_of_it_is_struck_out(cast: Cast, at: datetime) -> None:
    for entry in list(Entry.objects.standing().order_by("pk"))[::2]:
        record.strike_out(entry, reason="The wrong child", by=cast.system, at=at)


def returns_are_put_right(cast: Cast, at: datetime) -> None:
    for episode in Episode.objects.filter(entry__struck_out_at=None).exclude(returned_at=None):
        assert episode.returned_at
        correct_moments(
            episode, moments={"returned": Moment(episode.returned_at - HOUR)}, reason="Misread",
            version=episode.version, by=cast.system, at=at,
        )  # fmt: skip


def an_episode_is_told_late(cast: Cast, at: datetime) -> None:
    for name in EVERYBODY:
        missing.report_past(
            getattr(cast, name), reported=Moment(on(17, 2)), returned=Moment(on(17, 9)), by=cast.system, at=at
        )


def an_interview_is_written_up_late(cast: Cast, at: datetime) -> None:
    for episode in Episode.objects.filter(entry__struck_out_at=None).exclude(returned_at=None):
        assert episode.returned_at
        interviews.hold(
            episode.child, episodes=[episode], held=Moment(episode.returned_at + HOUR), own_words="I walked.",
            interviewer_name="Somebody", by=cast.system, at=at,
        )  # fmt: skip


def a_visit_is_written_up_late(cast: Cast, at: datetime) -> None:
    for name, kind in (("rowan", "visit_in_care"), ("hazel", "visit_in_care"), ("ash", "visit_protection")):
        direct_work.hold(
            getattr(cast, name), held=Moment(on(17, 15)), kind=kind, worker_name="Worker", seen=True, alone=True,
            by=cast.system, at=at,
        )  # fmt: skip


def an_assessment_is_written_up_late(cast: Cast, at: datetime) -> None:
    for name in EVERYBODY:
        assessed(cast, getattr(cast, name), at=on(27, 9), answers={}, judged="none")


def birthdays_are_put_right(cast: Cast, at: datetime) -> None:
    for name in EVERYBODY:
        child = getattr(cast, name)
        child.refresh_from_db()
        change_child(child, version=child.version, born_on=date(2008, 12, 30), by=cast.system, at=at)


def stretches_are_taken_back(cast: Cast, at: datetime) -> None:
    for model in (Track, Placement, Allocation):
        for stretch in model.objects.filter(ends_on=None):
            record.take_back(stretch, reason="The wrong child", by=cast.system, at=at)


def a_track_is_told_late(cast: Cast, at: datetime) -> None:
    record.start_track(cast.briar, kind="in_care", starts_on=date(2026, 11, 3), by=cast.system, at=at)


def they_left_the_team_long_ago(cast: Cast, at: datetime) -> None:
    for place in Membership.objects.filter(ends_on=None):
        teams.end(place, ends_on=date(2026, 11, 2))


def absences_are_struck_out(cast: Cast, at: datetime) -> None:
    for absence in Absence.objects.filter(struck_out_at=None):
        absences.strike_out_absence(absence, reason="The wrong worker", by=cast.system, at=at)


LATE: list[Happening] = [
    one
    for name, one in list(globals().items())
    if callable(one) and getattr(one, "__module__", "") == __name__
]


def every_row_is_changed(cast: Cast, at: datetime) -> None:
    """Whatever the tables take, in every table that measures read: not what anybody does, but all that somebody could.

    Only who is restricted stays so, or nobody would see anybody.
    """
    for model in models_read():
        for change in _changes(model):
            try:
                with transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(f'UPDATE "{model._meta.db_table}" SET {change}')
            except DatabaseError:
                pass  # a key, what is written once, or days out of their order


def _changes(model: type[models.Model]) -> Iterator[str]:
    for field in model._meta.concrete_fields:
        change = next((of for kind, of in OTHERWISE.items() if isinstance(field, kind)), "")
        if change and not (field.primary_key or field.is_relation or field.name == "restricted"):
            yield change.format(column=f'"{field.column}"')
        if field.null:
            yield f'"{field.column}" = NULL'


OTHERWISE: dict[type[models.Field], str] = {
    models.BooleanField: "{column} = NOT {column}",
    models.DateTimeField: "{column} = {column} - interval '40 days'",
    models.DateField: "{column} = {column} - 40",
    models.IntegerField: "{column} = {column} + 1",
    models.DecimalField: "{column} = {column} / 2",
}
