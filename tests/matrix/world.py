"""The people and children of the matrix: one person of each role, and a child in each relation to all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from http.cookies import SimpleCookie
from typing import Any

from django.test import Client
from django.utils.timezone import now

from kittiwake.access.models import Grant
from kittiwake.access.tests.reference import Reference
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import NOT_PEOPLE, Role
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Child, Entry, Membership, Team, Worker
from kittiwake.time.moments import local_date
from tests.cast import LONG_AGO, PEOPLE, signed_in
from tests.matrix.law import Law, entry_of
from tests.matrix.pages import NAME, Made, declarations

BORN_ON = date(2011, 4, 2)


@dataclass
class World:
    now: datetime
    people: dict[str, User]  # one of each role, by their name in the cast
    made: dict[str, Made]  # by relation
    law: Law
    cookies: dict[str, SimpleCookie]  # of whoever has signed in
    absent: dict[Any, bytes] = field(default_factory=dict)  # what each gets for a page that is not there
    cells: int = 0

    def person(self, name: str) -> User | None:
        return self.people.get(name)

    def client(self, name: str) -> Client:
        """A browser that has signed in and been nowhere yet."""
        client = Client(raise_request_exception=False)
        client.cookies = SimpleCookie(
            {key: cookie.value for key, cookie in self.cookies.get(name, {}).items()}
        )
        return client


class Making:
    """Everybody is in one team. Each child differs from the others in one thing only: how they reach people."""

    def __init__(self) -> None:
        self.now, self.system = now(), User.objects.system()
        self.home = Team.objects.create(name="Home team")
        self.beneath = Team.objects.create(name="Team beneath", parent=self.home)
        self.other = Team.objects.create(name="Other team")
        self.people = dict(map(self.person, one_of_each_role()))

    def person(self, name: str) -> tuple[str, User]:
        role, _, manages = PEOPLE[name]
        user = User.objects.create_user(f"{name}@saltmere.example", name.replace("_", " ").title(), role)
        worker = Worker.objects.create(name=user.name, user=user)
        Membership.objects.create(worker=worker, team=self.home, manages=manages, starts_on=LONG_AGO)
        return name, user

    def child(self, place: int, team: Team) -> Made:
        token = f"Quartz{place:02}"
        at = self.now - timedelta(days=60)
        child = record.add_child(
            forenames=f"{token}{NAME}",
            surname="Matrix",
            born_on=BORN_ON,
            by=self.system,
            at=at,
            identifiers_={"council": f"M{place}"},
        )
        record.allocate(child, team=team, worker=None, starts_on=LONG_AGO, by=self.system, at=at)
        return Made(child, token=token, team=team, people=self.people, by=self.system, at=self.now)

    def let_in(
        self, child: Child, kind: str, *, starts: int = -2, ends: int = 4, team: Team | None = None
    ) -> None:
        """Everybody, or their team, from so many hours to so many hours from now."""
        hours = {"starts_at": self.now + timedelta(hours=starts), "ends_at": self.now + timedelta(hours=ends)}
        for user in [None] if team else self.people.values():
            Grant.objects.create(
                child=child, user=user, team=team, kind=kind, reason="x", by=self.system, **hours
            )

    def allocate(self, child: Child, *, ends: int | None = None) -> None:
        """To everybody; until so many days from now."""
        ends_on = None if ends is None else local_date(self.now) + timedelta(days=ends)
        for user in self.people.values():
            facts = {"role": "other", "starts_on": LONG_AGO, "ends_on": ends_on, "recorded_at": self.now}
            Allocation.objects.create(child=child, team=self.other, worker=user.worker, **facts)

    def restrict(self, child: Child) -> None:
        Child.objects.filter(pk=child.pk).update(restricted=True, restricted_reason="x")


def one_of_each_role() -> list[str]:
    names = {role: name for name, (role, _, _) in reversed(PEOPLE.items())}
    missing = set(Role) - set(names) - NOT_PEOPLE
    assert not missing, f"The cast has nobody who is {missing}: add them to tests/cast.py."
    return list(reversed(names.values()))


def _allocated(making: Making, child: Child) -> None:
    making.allocate(child)


def _ended(making: Making, child: Child) -> None:
    making.allocate(child, ends=0)
    making.let_in(child, Grant.INVITED, ends=-1)


def _invited(making: Making, child: Child) -> None:
    making.let_in(child, Grant.INVITED)


def _duty(making: Making, child: Child) -> None:
    making.let_in(child, Grant.DUTY, team=making.home)


def _restricted(making: Making, child: Child) -> None:
    making.let_in(child, Grant.DUTY, team=making.home)
    making.restrict(child)


def _named(making: Making, child: Child) -> None:
    making.let_in(child, Grant.NAMED)
    making.restrict(child)


def _restricted_and_allocated(making: Making, child: Child) -> None:
    making.allocate(child)
    making.restrict(child)


def _opened(making: Making, child: Child) -> None:
    making.let_in(child, Grant.BREAK_GLASS)


def _opened_before(making: Making, child: Child) -> None:
    making.let_in(child, Grant.BREAK_GLASS, ends=-1)


def _themselves(making: Making, child: Child) -> None:
    Child.objects.filter(pk=child.pk).update(user=making.people["young_person"])


def _struck_out(making: Making, child: Child) -> None:
    making.let_in(child, Grant.INVITED)
    out = {"struck_out_at": making.now, "struck_out_by": making.system, "struck_out_reason": "x"}
    Entry.objects.filter(child=child).update(**out)


def _nothing_more(making: Making, child: Child) -> None:
    pass


# relation: (which team holds the child, what else is so)
RELATIONS: dict[str, tuple[str, Callable[[Making, Child], None]]] = {
    "allocated": ("other", _allocated),
    "same team": ("home", _nothing_more),
    "team beneath": ("beneath", _nothing_more),
    "other team": ("other", _nothing_more),
    "no longer": ("other", _ended),
    "let in": ("other", _invited),
    "team has a duty": ("other", _duty),
    "restricted": ("home", _restricted),
    "restricted, named": ("other", _named),
    "restricted, allocated": ("other", _restricted_and_allocated),
    "opened unlisted": ("other", _opened),
    "opened unlisted, over": ("other", _opened_before),
    "themselves": ("other", _themselves),
    "struck out": ("other", _struck_out),
}


def make_world() -> World:
    making, made = Making(), {}
    for place, (relation, (team, what)) in enumerate(RELATIONS.items()):
        made[relation] = making.child(place, getattr(making, team))
        for _, area in declarations():
            getattr(area, "make", lambda made: None)(made[relation])
        what(making, made[relation].child)
    for row in made.values():
        refresh(row)
    cookies = {name: signed_in(user).cookies for name, user in making.people.items()}
    reference = Reference(making.now, local_date(making.now))
    return World(making.now, making.people, made, Law(reference), cookies)


def refresh(made: Made) -> None:
    """Read again: what happened to the child happened behind the back of what was made."""
    for key, value in made.items():
        if hasattr(value, "_meta"):
            made[key] = type(value).objects.get(pk=value.pk)
            entry_of(made[key])  # fetched while Kittiwake itself may
    made.child = made["child"]
