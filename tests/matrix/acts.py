"""Everything that decides who sees a child, as somebody would try it: page by page, and function by function.

Each act is tried by an actor on a child, for another person or for themselves. What it may change is in
test_who_lets_whom_in.py; here only what is sent.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, transaction
from django.urls import reverse

from kittiwake.access import recording as access
from kittiwake.access.identity import acting_as
from kittiwake.access.models import Grant
from kittiwake.accounts.models import User
from kittiwake.assurance.allocation.changes import recording as allocation
from kittiwake.assurance.allocation.cover import recording as cover
from kittiwake.assurance.audits.marking import recording as marks
from kittiwake.assurance.audits.programmes import recording as programmes
from kittiwake.history.refusal import Refused
from kittiwake.practice.meetings.models import Part
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.record.models import Allocation, Entry, Worker
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made
from tests.matrix.world import World

Act = Callable[[World, str, Made, User], None]


def _sent(world: World, who: str, name: str, pk: int, **typed: Any) -> None:
    key = "pk" if name in ("access:end_grant", "access:opening", "meetings:let_in_partner") else "child_pk"
    world.client(who).post(reverse(name, kwargs={key: pk}), {"once": str(uuid4()), "reason": "x", **typed})


def _last_day(world: World, days: int, name: str = "ends_on") -> dict[str, str]:
    day = local_date(world.now) + timedelta(days=days)
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def invite(world: World, who: str, made: Made, target: User) -> None:
    _sent(world, who, "access:let_in", made.child.pk, user=target.pk, **_last_day(world, 300))


def restrict(world: World, who: str, made: Made, target: User) -> None:
    _sent(world, who, "access:restrict", made.child.pk, named=[target.pk])


def lift(world: World, who: str, made: Made, target: User) -> None:
    """Asks, and then agrees with themselves."""
    for typed in ({}, {"agreed": "yes"}, {}):
        _sent(world, who, "access:lift_restriction", made.child.pk, **typed)


def end(world: World, who: str, made: Made, target: User) -> None:
    standing = Grant.objects.standing(world.now).filter(child=made.child, user=target)
    for grant in standing.exclude(kind=Grant.TO_ONE):
        _sent(world, who, "access:end_grant", grant.pk)


def answer(world: World, who: str, made: Made, target: User) -> None:
    _sent(world, who, "access:opening", made["opening"].pk, was_right="yes")


def let_partner_in(world: World, who: str, made: Made, target: User) -> None:
    _sent(world, who, "meetings:let_in_partner", made["meeting"].pk, user=target.pk, **_last_day(world, 30))


def _recorded(world: World, who: str, record: Callable[..., Any], *args: Any, **more: Any) -> None:
    """A recording function, called as this person; it may refuse, and so may the database."""
    person = world.people[who]
    try:
        with acting_as(person), transaction.atomic():
            record(*args, by=person, at=world.now, **more)
    except (Refused, DatabaseError, ObjectDoesNotExist):
        pass


def _lets_in(kind: str) -> Act:
    def act(world: World, who: str, made: Made, target: User) -> None:
        because_of = Entry.objects.get(pk=made["meeting"].entry_id) if kind == Grant.TO_ONE else None
        more = {"ends_at": world.now + timedelta(days=300), "because_of": because_of}
        _recorded(world, who, access.let_in, made.child, user=target, kind=kind, reason="x", **more)

    return act


def be_their_worker(world: World, who: str, made: Made, target: User) -> None:
    held = Allocation.objects.filter(child=made.child, role="lead", ends_on=None).first()
    team = target.worker.memberships.first().team
    _recorded(
        world, who, allocation.change_worker, made.child, team=team, worker=target.worker,
        starts_on=local_date(world.now), reason="left", instead_of=held.pk if held else None, reason_words="x",
        over_cap_why="x",
    )  # fmt: skip


def cover_for_their_worker(world: World, who: str, made: Made, target: User) -> None:
    """The child is theirs who then goes away: somebody who does not sign in."""
    held = Allocation.objects.get(child=made.child, role="lead", ends_on=None)
    worker = Worker.objects.filter(memberships__team=made.team, user=None).first()
    assert worker is not None
    Allocation.objects.filter(pk=held.pk).update(worker=worker, is_cover=False)
    day = local_date(world.now)
    _recorded(
        world, who, cover.be_away, worker, starts_on=day, ends_on=day + timedelta(days=90),
        covered_by=target.worker,
    )  # fmt: skip


def ask_to_audit(world: World, who: str, made: Made, target: User) -> None:
    _recorded(world, who, programmes.assign, made["candidate"], auditor=target.worker)


def ask_to_moderate(world: World, who: str, made: Made, target: User) -> None:
    _recorded(world, who, marks.ask_moderation, made["audit"], moderator=target.worker)


def let_in_to_meeting(world: World, who: str, made: Made, target: User) -> None:
    day = local_date(world.now) + timedelta(days=30)
    _recorded(world, who, parts.let_in, Part.objects.get(pk=made["meeting"].pk), user=target, ends_on=day)


def restrict_by_function(world: World, who: str, made: Made, target: User) -> None:
    _recorded(world, who, access.restrict, made.child, reason="x", named=[target])


def lift_by_function(world: World, who: str, made: Made, target: User) -> None:
    def both(child: Any, **more: Any) -> None:
        access.answer_lifting(access.ask_to_lift(child, reason="x", **more), agreed=True, **more)

    _recorded(world, who, both, made.child)


ACTS: dict[str, Act] = {
    "invites": invite,
    "restricts": restrict,
    "lifts": lift,
    "ends": end,
    "answers": answer,
    "lets a partner in": let_partner_in,
    **{f"lets in as {kind}": _lets_in(kind) for kind, _ in Grant.KINDS},
    "allocates": be_their_worker,
    "names a cover": cover_for_their_worker,
    "asks an auditor": ask_to_audit,
    "asks a moderator": ask_to_moderate,
    "lets in to a meeting": let_in_to_meeting,
    "restricts by function": restrict_by_function,
    "lifts by function": lift_by_function,
}
