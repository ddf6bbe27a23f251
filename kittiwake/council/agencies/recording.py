"""The only way partner agencies and their people are set up. Accounts are written by accounts.recording."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Unpack

from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.agencies import events, rules
from kittiwake.council.agencies.facts import AgencyFacts, PersonFacts, StayFacts
from kittiwake.council.agencies.models import Purpose
from kittiwake.council.agencies.queries import COUNCIL, people_of
from kittiwake.council.teams import recording as teams
from kittiwake.council.teams.queries import above
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.kinds import EventKind
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Agency, Team
from kittiwake.record.recording import agencies as record
from kittiwake.time.moments import ONE_DAY, local_date, start_of
from kittiwake.ui.dates import long_date


@whole()
def add(*, by: User, at: datetime, **facts: Unpack[AgencyFacts]) -> Agency:
    """Refuses a name that another agency has, and a second council of our own."""
    _refuse_council(facts["kind"])
    with refused_by(record_agency_name_key=partial(_has_name, facts["name"])):
        agency = record.add_agency(**facts)
    changes = {"name": (None, agency.name), "kind": (None, agency.get_kind_display())}
    history.write(events.ADDED, agency, by=by, at=at, changes=changes)
    return agency


@whole()
def change(agency: Agency, *, by: User, at: datetime, **facts: Unpack[AgencyFacts]) -> None:
    """It is called otherwise, or is reached otherwise. Refuses a name that another agency has."""
    _refuse_council(facts["kind"])
    now = _held(agency)
    changes: history.Changes = {
        "name": (now.name, facts["name"]),
        "kind": (now.get_kind_display(), dict(Agency.KINDS)[facts["kind"]]),
        "phone": (now.phone, facts["phone"]),
    }
    changed = {field: pair for field, pair in changes.items() if pair[0] != pair[1]}
    if not changed:
        raise Refused("Nothing is changed. Change its name, what it is or its number.", field="name")
    with refused_by(record_agency_name_key=partial(_has_name, facts["name"])):
        record.change_agency(now, **facts)
    history.write(events.CHANGED, now, by=by, at=at, changes=changed)


@whole()
def close(agency: Agency, *, ends_on: date, by: User, at: datetime) -> None:
    """From that day nobody of it may sign in, and its teams are closed.

    Refuses a day that is over, and while one of its teams still has a child, a duty or a team beneath it.
    """
    must_be_believable(at, ends_on=ends_on)
    now = _held(agency)
    if ends_on < local_date(at):
        raise Refused("The day must be today or later.", field="ends_on")
    of_it = list(Team.objects.filter(agency=now, ends_on=None).order_by("pk"))
    for team in sorted(of_it, key=lambda team: -len(above(team))):  # those beneath others first
        teams.close(team, ends_on=ends_on, by=by, at=at)
    for user in people_of(now).filter(is_active=True):
        _end_by(user, ends_on, by=by, at=at)
    record.end_agency(now, ends_on=ends_on)
    history.write(events.CLOSED, now, by=by, at=at, changes={"ends_on": (None, ends_on)})


def _end_by(user: User, ends_on: date, *, by: User, at: datetime) -> None:
    """An account whose last day would be over is closed now."""
    if start_of(ends_on) <= at:
        accounts.end_user(user, by=by, at=at)
    else:
        accounts.end_user_on(user, ends_at=start_of(ends_on), by=by, at=at)


@whole()
def invite(agency: Agency, *, by: User, at: datetime, **facts: Unpack[PersonFacts]) -> User:
    """Somebody of it may sign in until their last day is over. They see a child only where they are let in to that child.

    Refuses an address that is or was somebody's, a closed agency, and a last day beyond a year.
    """
    now = _held(agency)
    ends_at = _end_of(facts["last_day"], at)
    user = accounts.add_user(
        email=facts["email"], name=facts["name"], role=Role.PARTNER, expires_at=ends_at, by=by, at=at
    )
    record.worker_of(now, user)
    _say(events.INVITED, user, now, facts["what"], by=by, at=at)
    return user


@whole()
def invite_again(user: User, *, by: User, at: datetime, **facts: Unpack[StayFacts]) -> None:
    """For another time and purpose, whether or not their last one is over. Refuses whoever is of no agency, or of one that
    is closed, and whose account is of another role by now."""
    if user.role != Role.PARTNER or (agency := _agency_of(user)) is None:
        raise Refused(f"{user.name} is of no partner agency. Say first which they are of.")
    _stay(user, _held(agency), facts, by=by, at=at)
    _say(events.INVITED_AGAIN, user, agency, facts["what"], by=by, at=at)


@whole()
def place(user: User, *, agency: Agency, by: User, at: datetime, **facts: Unpack[StayFacts]) -> None:
    """They were let in as a partner, and it is said now of which agency. Refuses whoever is of one already."""
    if user.role != Role.PARTNER or _agency_of(user) is not None:
        raise Refused(f"{user.name} is of an agency already, or no partner. Look again.", field="agency")
    now = _held(agency)
    record.worker_of(now, user)
    _stay(user, now, facts, by=by, at=at)
    _say(events.PLACED, user, now, facts["what"], by=by, at=at)


def _stay(user: User, agency: Agency, facts: StayFacts, *, by: User, at: datetime) -> None:
    ends_at = _end_of(facts["last_day"], at)
    if user.may_sign_in(at):
        if ends_at != user.expires_at:
            accounts.change_end(user, ends_at=ends_at, by=by, at=at)
    else:
        accounts.open_again(user, role=Role.PARTNER, expires_at=ends_at, by=by, at=at)


def _end_of(last_day: date, at: datetime) -> datetime:
    """An account works until its last day is over."""
    if wrong := rules.wrong_last_day(last_day, today=local_date(at)):
        raise Refused(wrong, field="last_day")
    return start_of(last_day + ONE_DAY)


def _say(event: EventKind, user: User, agency: Agency, what: str, *, by: User, at: datetime) -> None:
    Purpose.objects.create(user=user, agency=agency, what=what, recorded_at=at, by=by)
    changes = {"agency": (None, agency.name), "what": (None, what)}
    history.write(event, user, by=by, at=at, changes=changes)


def _agency_of(user: User) -> Agency | None:
    return Agency.objects.filter(workers__user=user).first()


def _held(agency: Agency) -> Agency:
    """As it is now, kept from others until this is recorded. Refuses one that is closed, and the council itself."""
    now = Agency.objects.select_for_update().get(pk=agency.pk)
    _refuse_council(now.kind)
    if now.ends_on is not None:
        raise Refused(f"{now} is closed from {long_date(now.ends_on)}. Choose another agency.")
    return now


def _refuse_council(kind: str) -> None:
    if kind == COUNCIL:
        raise Refused("This is the council itself, which is no partner. Choose what it is.", field="kind")


def _has_name(name: str) -> Refused:
    return Refused(f"There is an agency called {name} already. Choose another name.", field="name")
