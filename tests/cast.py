"""The named people every test uses. Fixture names are roles; the outsider is in every page test."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zlib import crc32

import pytest
from django.db import connection, transaction
from django.test import Client

from kittiwake.access import recording as access
from kittiwake.access.identity import acting_as_system
from kittiwake.access.models import Grant
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.record import recording as record
from kittiwake.record.models import Agency, Allocation, Child, Membership, Team, Worker

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LONG_AGO = date(2024, 1, 8)


@dataclass
class Cast:
    """Two social work teams under one service, the front door, the interviewers, partners, and four children."""

    service: Team
    north: Team
    south: Team
    interviewers: Team
    door: Team
    police: Team
    users: dict[str, User]
    workers: dict[str, Worker]
    ash: Child  # allocated to the worker
    briar: Child  # same team, another worker
    rowan: Child  # the other team
    hazel: Child  # restricted; the worker's own
    system: User = field(default_factory=User.objects.system)

    def user(self, name: str) -> User:
        return self.users[name]


# name: (role, team, manages)
PEOPLE: dict[str, tuple[Role, str | None, bool]] = {
    "worker": (Role.SOCIAL_WORKER, "north", False),
    "colleague": (Role.SOCIAL_WORKER, "north", False),
    "manager": (Role.TEAM_MANAGER, "north", True),
    "service_manager": (Role.SERVICE_MANAGER, "service", True),
    "outsider": (Role.SOCIAL_WORKER, "south", False),
    "interviewer": (Role.RETURN_INTERVIEWER, "interviewers", False),
    "exploitation_worker": (Role.EXPLOITATION_WORKER, "south", False),
    "early_help_worker": (Role.EARLY_HELP_WORKER, "south", False),
    "leaving_care_worker": (Role.LEAVING_CARE_WORKER, "south", False),
    "chair": (Role.CONFERENCE_CHAIR, None, False),
    "auditor": (Role.AUDITOR, None, False),
    "principal": (Role.PRINCIPAL_SOCIAL_WORKER, None, False),
    "analyst": (Role.ANALYST, None, False),
    "support": (Role.BUSINESS_SUPPORT, "north", False),
    "partner": (Role.PARTNER, "police", False),
    "stranger": (Role.PARTNER, "police", False),
    "director": (Role.DIRECTOR, None, False),
    "member": (Role.LEAD_MEMBER, None, False),
    "inspector": (Role.INSPECTOR, None, False),
    "protection_officer": (Role.DATA_PROTECTION, None, False),
    "administrator": (Role.ADMINISTRATOR, None, False),
    "young_person": (Role.CHILD, None, False),
}


def make_cast() -> Cast:
    teams = make_teams()
    users, workers = {}, {}
    for name, (role, team, manages) in PEOPLE.items():
        users[name] = User.objects.create_user(
            f"{name}@saltmere.example", name.replace("_", " ").title(), role
        )
        workers[name] = Worker.objects.create(name=users[name].name, user=users[name])
        if team:
            Membership.objects.create(
                worker=workers[name], team=teams[team], manages=manages, starts_on=LONG_AGO
            )
    children = {
        "ash": make_child("Ash", "Alder", teams["north"], workers["worker"]),
        "briar": make_child("Briar", "Beech", teams["north"], workers["colleague"]),
        "rowan": make_child("Rowan", "Reed", teams["south"], workers["outsider"]),
        "hazel": make_child("Hazel", "Heath", teams["north"], workers["worker"]),
    }
    system = User.objects.system()
    Child.objects.filter(pk=children["ash"].pk).update(user=users["young_person"])
    access.restrict(children["hazel"], reason="A relative of a councillor", named=[], by=system, at=NOW)
    access.let_in(
        children["ash"],
        user=users["partner"],
        reason="Named in the safety plan",
        kind=Grant.INVITED,
        by=system,
        at=NOW,
    )
    return Cast(**teams, users=users, workers=workers, **children, system=system)


def make_teams() -> dict[str, Team]:
    council = Agency.objects.create(name="Saltmere Council", kind="council")
    force = Agency.objects.create(name="Saltmere Police", kind="police")
    service = Team.objects.create(name="Safeguarding service", kind="service", agency=council)
    return {
        "service": service,
        "north": Team.objects.create(name="North team", parent=service, agency=council),
        "south": Team.objects.create(name="South team", parent=service, agency=council),
        "interviewers": Team.objects.create(
            name="Return interviews", kind="return_interviews", agency=council
        ),
        "door": Team.objects.create(name="Front door", kind="front_door", parent=service, agency=council),
        "police": Team.objects.create(name="Missing from home unit", kind="partner", agency=force),
    }


def make_child(forenames: str, surname: str, team: Team, worker: Worker | None, **facts: object) -> Child:
    system = User.objects.system()
    child = record.add_child(
        forenames=forenames,
        surname=surname,
        born_on=facts.pop("born_on", date(2011, 4, 2)),
        identifiers_={"council": f"C{crc32(f'{forenames} {surname}'.encode()):010d}"},
        by=system,
        at=NOW,
        **facts,
    )
    record.allocate(child, team=team, worker=worker, starts_on=LONG_AGO, by=system, at=NOW)
    return child


def end_allocation(allocation: Allocation, ends_on: date) -> None:
    """The worker is no longer theirs from that day, and nobody is in their place."""
    Allocation.objects.filter(pk=allocation.pk).update(ends_on=ends_on)


@pytest.fixture(scope="module")
def cast_of_module(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker
) -> Iterator[Cast | None]:
    """Made once for the tests of a module, each of which is undone after it. None where a world is open already, or where
    some test lets go of the connection.
    """
    if connection.in_atomic_block or _closes_connection(request):
        yield None
        return
    with django_db_blocker.unblock():
        made = transaction.atomic()
        made.__enter__()
        with acting_as_system():
            cast = make_cast()
    yield cast
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        made.__exit__(None, None, None)


def _closes_connection(request: pytest.FixtureRequest) -> bool:
    return any(
        "own_database" in item.fixturenames for item in request.session.items if item.path == request.path
    )


@pytest.fixture
def cast(cast_of_module: Cast | None, db: None) -> Cast:
    """Each test's own: what it learns of a child, the next does not know."""
    return deepcopy(cast_of_module) if cast_of_module else make_cast()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def worker(cast: Cast) -> User:
    return cast.user("worker")


@pytest.fixture
def manager(cast: Cast) -> User:
    return cast.user("manager")


@pytest.fixture
def outsider(cast: Cast) -> User:
    return cast.user("outsider")


@pytest.fixture
def interviewer(cast: Cast) -> User:
    return cast.user("interviewer")
