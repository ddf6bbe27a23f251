"""Writing who and where. Forms, imports and the API all come through here."""

from __future__ import annotations

from datetime import date, datetime
from typing import Unpack

from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record import codes, events
from kittiwake.record.believing import must_be_a_birth
from kittiwake.record.facts import ChildFacts, PlacementFacts, TrackFacts
from kittiwake.record.identifiers import people, police
from kittiwake.record.identifiers.tidy import NotValid
from kittiwake.record.kinds import kind_of_tracks
from kittiwake.record.models import (
    Allocation,
    Child,
    Entry,
    Identifier,
    InformedBy,
    Name,
    Placement,
    Team,
    Track,
    Words,
    Worker,
)
from kittiwake.record.recording import lines
from kittiwake.time.moments import in_words, local_date

# A number is checked by its own rule before it is kept.
CHECKS = {
    Identifier.COUNCIL: people.child_id,
    Identifier.FORMER: people.child_id,
    Identifier.UPN: people.upn,
    Identifier.NHS: people.nhs_number,
    Identifier.POLICE: police.police_reference,
}


@whole()
def add_child(
    *,
    by: User,
    at: datetime,
    identifiers_: dict[str, str] | None = None,
    source: str = "",
    **facts: Unpack[ChildFacts],
) -> Child:
    """Put a child on the record. Known by a council id alone is a normal state.

    `identifiers_` is {kind: value}, each checked. Refuses an identifier another child has.
    """
    must_be_a_birth(facts.get("born_on"), birth_is=facts.get("birth_is", ""), at=at)
    child = Child.objects.create(recorded_at=at, recorded_by=by, **facts)
    for kind, value in (identifiers_ or {}).items():
        identify(child, kind=kind, value=value, source=source, at=at)
    history.write(events.CHILD_ADDED, child, by=by, at=at, child_id=child.pk)
    return child


def identify(child: Child, *, kind: str, value: str, source: str = "", at: datetime) -> Identifier:
    """Give a child a number somebody knows them by. Refuses one that is wrong, or stands for somebody else."""
    try:
        checked = CHECKS[kind](value)
    except NotValid as problem:
        raise Refused(str(problem), field=kind) from problem
    another = f"Another child already has the {dict(Identifier.KINDS)[kind]} {checked}."
    with refused_by(identifier_of_one_child=Refused(another, field=kind)):
        return Identifier.objects.create(child=child, kind=kind, value=checked, source=source, recorded_at=at)


def end_number(number: Identifier, *, ended_on: date) -> None:
    """It is theirs no longer from that day, and free for somebody else."""
    Identifier.objects.filter(pk=number.pk, ended_on=None).update(ended_on=ended_on)


def add_name(
    child: Child, *, kind: str, at: datetime, forenames: str = "", surname: str = "", source: str = ""
) -> Name:
    """One more name they are known by. The same name twice is kept once."""
    name, _ = Name.objects.get_or_create(
        child=child,
        kind=kind,
        forenames=forenames,
        surname=surname,
        defaults={"source": source, "recorded_at": at},
    )
    return name


@whole()
def allocate(
    child: Child,
    *,
    team: Team,
    worker: Worker | None,
    starts_on: date,
    by: User,
    at: datetime,
    role: str = Allocation.LEAD,
    is_cover: bool = False,
    reason: str = "",
) -> Allocation:
    """Give a child a worker in a team from a day on. The one before in the same role ends that day.

    Refuses a start before the present allocation's: the past is corrected by ending, not by overlapping; and a team that is
    closed or will be.
    """
    if team.ends_on is not None:
        raise Refused(f"{team} is closed from {in_words(team.ends_on)}. Choose another team.", field="team")
    standing = Allocation.objects.select_for_update().filter(child=child, role=role, ends_on=None)
    if role == Allocation.LEAD:
        if standing.filter(starts_on__gt=starts_on).exists():
            raise Refused(
                "They already have a worker from a later day. Choose a later date.", field="starts_on"
            )
        standing.update(ends_on=starts_on)
    allocation = Allocation.objects.create(
        child=child,
        team=team,
        worker=worker,
        role=role,
        is_cover=is_cover,
        starts_on=starts_on,
        reason=reason,
        recorded_at=at,
    )
    history.write(events.ALLOCATED, allocation, by=by, at=at, child_id=child.pk)
    return allocation


@whole()
def start_track(
    child: Child,
    *,
    kind: str,
    starts_on: date,
    by: User,
    at: datetime,
    ends_on: date | None = None,
    **more: Unpack[TrackFacts],
) -> Track:
    """Early help, child in need, child protection, in care, care leaver.

    Refuses two that may not run together, and one the child is too old or too young for, with the rule's words.
    """
    _refuse_unlawful(child, codes.Span(kind, starts_on, ends_on))
    with refused_by(**dict.fromkeys(NOT_BESIDE, Refused(SOMEBODY_ELSE_STARTED, field="starts_on"))):
        track = Track.objects.create(
            child=child, kind=kind, starts_on=starts_on, ends_on=ends_on, recorded_at=at, **more
        )
    lines.give_line(track, by=by, at=at)
    history.write(events.TRACK_STARTED, track, by=by, at=at, child_id=child.pk)
    return track


NOT_BESIDE = ("track_once_at_a_time", "track_in_need_or_protection", "track_in_care_or_leaver")
SOMEBODY_ELSE_STARTED = "Somebody else has just put them on a track that may not run beside this. Look again."


def _refuse_unlawful(child: Child, wanted: codes.Span) -> None:
    if wanted.ends_on is not None and wanted.ends_on < wanted.starts_on:
        raise Refused("It cannot end before it starts.", field="ends_on")
    spans = [codes.Span(track.kind, track.starts_on, track.ends_on) for track in child.tracks.all()]
    why = codes.why_unlawful(wanted, spans, child.born_on if child.birth_is != "due" else None)
    if why:
        raise Refused(why, field="starts_on")


@whole()
def end_track(track: Track, *, ends_on: date, by: User, at: datetime, end_reason: str = "") -> None:
    if ends_on < track.starts_on:
        raise Refused("It cannot end before it starts.", field="ends_on")
    if not Track.objects.filter(pk=track.pk, ends_on=None).update(ends_on=ends_on, end_reason=end_reason):
        raise Refused("This has already ended. Open the child’s page to see when.")
    history.write(events.TRACK_ENDED, track, by=by, at=at, child_id=track.child_id)


@whole()
def place(
    child: Child,
    *,
    starts_on: date,
    by: User,
    at: datetime,
    why_ended: str = "",
    **facts: Unpack[PlacementFacts],
) -> Placement:
    """Where a looked-after child is placed from that day. The placement before ends that day, for the reason
    `why_ended` (codes.PLACEMENT_CHANGE) where it is known."""
    before = Placement.objects.filter(child=child, ends_on=None, starts_on__lte=starts_on)
    if not before.update(ends_on=starts_on, end_reason=why_ended) and why_ended:
        raise Refused("They were placed nowhere before, so no placement has ended.", field="why_ended")
    elsewhere = "They are already placed somewhere else in those days."
    with refused_by(placement_one_at_a_time=Refused(elsewhere, field="starts_on")):
        placement = Placement.objects.create(child=child, starts_on=starts_on, recorded_at=at, **facts)
    history.write(events.PLACED, placement, by=by, at=at, child_id=child.pk)
    return placement


@whole()
def take_back(stretch: Track | Placement | Allocation, *, reason: str, by: User, at: datetime) -> None:
    """It was put on the record by mistake: it ends the day it began, and what it had ended goes on."""
    kind = type(stretch)
    kind.objects.filter(pk=stretch.pk).update(ends_on=stretch.starts_on)
    if isinstance(stretch, Track) and stretch.entry and not stretch.entry.is_struck_out:
        strike_out(stretch.entry, reason=reason, by=by, at=at)
    if not isinstance(stretch, Track):
        same = {"role": stretch.role} if isinstance(stretch, Allocation) else {}
        before = kind.objects.filter(child=stretch.child, ends_on=stretch.starts_on, **same).exclude(
            pk=stretch.pk
        )
        why = {"end_reason": ""} if isinstance(stretch, Placement) else {}
        before.exclude(starts_on=stretch.starts_on).update(ends_on=None, **why)
    changes = {"Reason": ("", reason)}
    history.write(events.TAKEN_BACK, stretch, by=by, at=at, child_id=stretch.child_id, changes=changes)


@whole()
def reopen_track(track: Track, *, by: User, at: datetime) -> None:
    """Its end was recorded by mistake."""
    Track.objects.filter(pk=track.pk).update(ends_on=None, end_reason="")
    history.write(events.TRACK_REOPENED, track, by=by, at=at, child_id=track.child_id)


@whole()
def withdraw(child: Child, *, reason: str, by: User, at: datetime) -> None:
    """A child put on the record by mistake is on it no longer: not found, not counted, their numbers free again.

    Refuses when anything stands on their chronology. Nothing is deleted.
    """
    if Entry.objects.standing().filter(child=child).exclude(kind=kind_of_tracks()).exists():
        raise Refused(
            "Somebody has written about this child since, so they stay on the record. Strike out what was written first if it was a mistake."
        )
    Child.objects.filter(pk=child.pk).update(withdrawn_at=at, version=F("version") + 1)
    Identifier.objects.filter(child=child, ended_on=None).update(ended_on=local_date(at))
    Allocation.objects.filter(child=child, ends_on=None, starts_on__lte=local_date(at)).update(
        ends_on=local_date(at)
    )
    Track.objects.filter(child=child, ends_on=None, starts_on__lte=local_date(at)).update(
        ends_on=local_date(at)
    )
    history.write(
        events.CHILD_WITHDRAWN, child, by=by, at=at, child_id=child.pk, changes={"Reason": ("", reason)}
    )


enter, took_place = lines.enter, lines.took_place


@whole()
def strike_out(entry: Entry, *, reason: str, by: User, at: datetime) -> None:
    """It was recorded wrongly. It stays, struck through, with who and why. Refuses a second time."""
    struck = (
        Entry.objects.standing()
        .filter(pk=entry.pk)
        .update(struck_out_at=at, struck_out_by=by, struck_out_reason=reason)
    )
    if not struck:
        raise Refused("This has already been struck out. Open it again to see why.")
    history.write(
        events.STRUCK_OUT, entry, by=by, at=at, child_id=entry.child_id, changes={"Reason": ("", reason)}
    )


def keep_words(
    entry: Entry,
    *,
    text: str,
    said_at: datetime,
    about: str = "said",
    topic: str = "",
    may_hear: str = Words.ANYONE,
) -> Words | None:
    """What the child said, word for word, about what, and who may hear it. Nothing said, nothing kept."""
    if not text.strip():
        return None
    return Words.objects.create(
        entry=entry,
        child_id=entry.child_id,
        text=text,
        said_at=said_at,
        about=about,
        topic=topic,
        may_hear=may_hear or Words.ANYONE,
    )


def inform(entry: Entry, *, because_of: Entry, how: str = "") -> InformedBy:
    """This was done because of that. Said once however often it is said."""
    link, _ = InformedBy.objects.get_or_create(entry=entry, because_of=because_of, defaults={"how": how})
    return link
