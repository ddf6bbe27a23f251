"""The only way teams are set up. Rows are written by record.recording.teams."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Unpack

from django.db.models import Q

from kittiwake.access import recording as access
from kittiwake.access.identity import acting_as_system
from kittiwake.accounts.models import User
from kittiwake.areas.area import declared
from kittiwake.council.teams import events
from kittiwake.council.teams.facts import PlaceFacts, TeamFacts
from kittiwake.council.teams.merging import AgainstMerging, GoesAlong
from kittiwake.council.teams.queries import above, mergeable_with, remaining_with
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.events import ALLOCATED
from kittiwake.record.models import Membership, Team
from kittiwake.record.recording import teams as record
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import counted, long_date


@whole()
def add(*, by: User, at: datetime, **facts: Unpack[TeamFacts]) -> Team:
    """Refuses a name that another team has."""
    with refused_by(team_of_one_name=partial(_has_name, facts["name"])):
        team = record.add_team(**facts)
    changes = {"name": (None, team.name), "parent": (None, _name(team.parent))}
    history.write(events.ADDED, team, by=by, at=at, changes=changes)
    return team


@whole()
def change(team: Team, *, by: User, at: datetime, **facts: Unpack[TeamFacts]) -> None:
    """It is called otherwise, does other work, or is moved beneath another: whoever manages that one sees its children.

    Refuses a name that another team has, and a place beneath itself.
    """
    now = _held(team)
    parent = facts["parent"]
    if parent is not None and now.pk in above(parent):
        raise Refused(f"{parent} is {now} itself, or beneath it. Choose another.", field="parent")
    changes: history.Changes = {
        "name": (now.name, facts["name"]),
        "kind": (now.get_kind_display(), dict(Team.KINDS)[facts["kind"]]),
        "parent": (_name(now.parent), _name(parent)),
    }
    changed = {field: pair for field, pair in changes.items() if pair[0] != pair[1]}
    if not changed:
        raise Refused("Nothing is changed. Change its name, its work or where it stands.", field="name")
    with refused_by(team_of_one_name=partial(_has_name, facts["name"])):
        record.change_team(now, **facts)
    history.write(events.CHANGED, now, by=by, at=at, changes=changed)


@whole()
def close(team: Team, *, ends_on: date, by: User, at: datetime) -> None:
    """From that day there is no such team, and its people's places in it end.

    Refuses while a child is with it on that day or later, a duty to one is its, or a team stands beneath it.
    """
    must_be_believable(at, ends_on=ends_on)
    now = _held(team)
    if ends_on < local_date(at):
        raise Refused("The day must be today or later.", field="ends_on")
    _refuse_what_is_left(now, ends_on)
    record.end_team(now, ends_on=ends_on)
    history.write(events.CLOSED, now, by=by, at=at, changes={"ends_on": (None, ends_on)})


@whole()
def merge(team: Team, *, into: Team, by: User, at: datetime) -> None:
    """From today it is part of another team: its people, the teams beneath it, its children, duties and open work are that
    one's, and it is closed. What was before today stays its own, in figures as in history.

    Whoever does it is told of no child: those are moved by Kittiwake, and history says by whose decision.

    Refuses itself, a team that is closed or of another agency, a service where the other is none, one that stands beneath it,
    and whatever an area has against it.
    """
    both = sorted((team, into), key=lambda given: given.pk)  # two who merge the same two wait for each other
    held = {given.pk: _held(given) for given in both}
    now, other, today = held[team.pk], held[into.pk], local_date(at)
    _refuse_merging(now, other, today)
    reason = f"{now} became part of {other}"[:300]
    places = record.merge_team(now, other, on=today)
    with acting_as_system(), history.at_once():
        children = record.move_children(now, other, on=today, reason=reason, at=at)
        for allocation in children:
            history.write(ALLOCATED, allocation, by=by, at=at, child_id=allocation.child_id)
        duties = access.pass_on(now, to=other, by=by, at=at)
        along = {kind.title: kind.move(now, other, by=by, at=at) for kind in declared(GoesAlong)}
    moved = {
        "people": len(places),
        "children": len({row.child_id for row in children}),
        "duties": duties,
        **along,
    }
    counts: history.Changes = {what: (None, number) for what, number in moved.items() if number}
    history.write(events.MERGED, now, by=by, at=at, changes={"into": (None, other.name), **counts})
    history.write(events.TOOK_OVER, other, by=by, at=at, changes={"team": (None, now.name), **counts})


def _refuse_merging(team: Team, into: Team, today: date) -> None:
    if team.pk == into.pk:
        raise Refused("A team does not become part of itself. Choose another.", field="into")
    if not mergeable_with(team).filter(pk=into.pk).exists():
        raise Refused(f"{into} is of another agency. Choose a team of the same.", field="into")
    if (team.kind == "service") != (into.kind == "service"):
        raise Refused(
            "A service holds no children itself, and a team does. Move the team beneath it instead.",
            field="into",
        )
    if team.pk in above(into):
        raise Refused(f"{into} stands beneath {team}. Move it first.", field="into")
    with acting_as_system():
        said = [against.why_not(team, today) for against in declared(AgainstMerging)]
    if why_not := " ".join(filter(None, said)):
        raise Refused(why_not, field="into")


@whole()
def join(team: Team, *, by: User, at: datetime, **facts: Unpack[PlaceFacts]) -> Membership:
    """From that day they see the team's children, and who manages it those of the teams beneath.

    Refuses whoever is in the team already, in the same part, and a day after it is closed or they have left.
    """
    worker, starts_on = facts["worker"], facts["starts_on"]
    must_be_believable(at, starts_on=starts_on)
    now = _held(team)
    if worker.ends_on is not None and worker.ends_on <= starts_on:
        raise Refused(f"{worker} is not here any more on that day. Choose another.", field="worker")
    there = Membership.objects.filter(worker=worker, team=now, manages=facts["manages"])
    if there.filter(Q(ends_on=None) | Q(ends_on__gt=starts_on)).exists():
        raise Refused(f"{worker} has this place in {now} already. End it first.", field="worker")
    place = record.join(worker, team=now, starts_on=starts_on, manages=facts["manages"])
    history.write(events.JOINED, now, by=by, at=at, changes={_part(place): (None, worker.name)})
    return place


@whole()
def leave(place: Membership, *, ends_on: date, by: User, at: datetime) -> None:
    """From that day they see the team's children no longer, but for those they work with. Refuses a place that has ended,
    and a day before it began."""
    must_be_believable(at, ends_on=ends_on)
    now = Membership.objects.select_for_update(of=("self",)).get(pk=place.pk)
    if now.ends_on is not None:
        raise Refused(f"This place ends on {long_date(now.ends_on)} already. Look at the team again.")
    if ends_on < now.starts_on:
        raise Refused(f"It begins on {long_date(now.starts_on)}. Choose a later day.", field="ends_on")
    record.end(now, ends_on=ends_on)
    changes = {_part(now): (now.worker.name, None), "ends_on": (None, ends_on)}
    history.write(events.LEFT, now.team, by=by, at=at, changes=changes)


def _held(team: Team) -> Team:
    """As it is now, kept from others until this is recorded. Refuses one that is closed."""
    now = Team.objects.select_for_update(of=("self",)).get(pk=team.pk)
    if now.ends_on is not None:
        raise Refused(f"{now} is closed from {long_date(now.ends_on)}. Choose another team.")
    return now


def _refuse_what_is_left(team: Team, ends_on: date) -> None:
    beneath = Team.objects.on(ends_on).filter(parent=team).order_by("name").first()
    if beneath is not None:
        raise Refused(f"{beneath} stands beneath it. Close or move that first.", field="ends_on")
    left = remaining_with(team, ends_on)
    if left.children:
        raise Refused(
            f"{counted(left.children, 'child is', 'children are')} still with {team} on {long_date(ends_on)}. Ask its manager to "
            "give each of them another team from that day or before.",
            field="ends_on",
        )
    if left.duties:
        raise Refused(
            f"{team} still has a duty to {counted(left.duties, 'child', 'children')} on {long_date(ends_on)}. Ask its manager to "
            "end it, or choose a later day.",
            field="ends_on",
        )


def _has_name(name: str) -> Refused:
    return Refused(f"There is a team called {name} already. Choose another name.", field="name")


def _name(team: Team | None) -> str | None:
    return team.name if team else None


def _part(place: Membership) -> str:
    return "manager" if place.manages else "member"
