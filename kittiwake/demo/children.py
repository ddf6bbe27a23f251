"""The children of the made-up council: who they are, whose they are, where they live, what they are on."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Unpack

from kittiwake.demo.direct_work import HOSTS, settle
from kittiwake.demo.earlier_system import bring_over
from kittiwake.demo.people import Council
from kittiwake.practice.duties import recording as duties
from kittiwake.practice.placements import recording as placements
from kittiwake.primitives.clocks.duties.recording import settle_once
from kittiwake.record import recording as record
from kittiwake.record.ages import birthday
from kittiwake.record.facts import ChildFacts
from kittiwake.record.models import Address, Child, Team, Worker

ETHNICITIES = ["WBRI"] * 88 + ["WOTH"] * 4 + ["MWBC", "MWAS", "ABAN", "APKN", "BAFR", "BCRB", "OOTH", "NOBT"]


# How many children each kind of team has; of other kinds none.
HAS = {"social_work": 50, "in_care": 50, "early_help": 25, "leaving_care": 25}


def make_children(council: Council, team_name: str, at: datetime) -> list[Child]:
    """A few have no worker: that is a gap, and the board says so."""
    kind = council.teams[team_name].kind
    return [make_child(council, team_name, at, in_care=kind == "in_care") for _ in range(HAS.get(kind, 0))]


def make_child(
    council: Council,
    team_name: str,
    at: datetime,
    *,
    in_care: bool = False,
    track: str = "",
    **facts: Unpack[ChildFacts],
) -> Child:
    chance, team = council.chance, council.teams[team_name]
    age = 18.5 if team.kind == "leaving_care" else chance.random.triangular(6, 17.9, 15.5)
    sex = chance.one(["M", "F"])
    faker = chance.faker
    known: ChildFacts = {
        "forenames": faker.first_name_male() if sex == "M" else faker.first_name_female(),
        "surname": faker.last_name(),
        "born_on": council.today - timedelta(days=int(age * 365.25) + chance.random.randrange(200)),
        "sex": sex,
        "ethnicity": chance.one(ETHNICITIES),
        **facts,
    }
    with settle_once():
        child = record.add_child(
            identifiers_={"council": chance.child_id()}, source="made up", by=council.system, at=at, **known
        )
        _allocate(council, child, team, team_name, at)
        _put_on_track(council, child, track or _track_of(council, team, in_care=in_care), at)
    return child


def _allocate(council: Council, child: Child, team: Team, team_name: str, at: datetime) -> None:
    """Most have had one or two workers; a few have none today."""
    chance, by = council.chance, council.system
    days = chance.random.randint(200, 550)
    worker: Worker | None = chance.one(council.workers[team_name])
    record.allocate(
        child, team=team, worker=worker, starts_on=council.today - timedelta(days=days), by=by, at=at
    )
    if chance.often(0.35):
        nobody = chance.often(0.06)
        later = council.today - timedelta(
            days=chance.random.randint(1, 20) if nobody else chance.random.randint(5, days - 1)
        )
        worker = None if nobody else chance.one(council.workers[team_name])
        reason = "Their worker left" if nobody else "Change of worker"
        record.allocate(child, team=team, worker=worker, starts_on=later, reason=reason, by=by, at=at)


def _track_of(council: Council, team: Team, *, in_care: bool) -> str:
    if in_care:
        return "in_care"
    if team.kind in ("early_help", "leaving_care"):
        return {"early_help": "early_help", "leaving_care": "care_leaver"}[team.kind]
    return "child_protection" if council.chance.often(0.25) else "child_in_need"


def _put_on_track(council: Council, child: Child, kind: str, at: datetime) -> None:
    """From some day in the last years on; a care leaver was in care for two years before."""
    by, since = council.system, council.today - timedelta(days=council.chance.random.randint(60, 900))
    assert child.born_on is not None
    since = max(since, child.born_on)
    if kind == "care_leaver":
        since = max(since, birthday(child.born_on, 16))
        adult = birthday(child.born_on, 18)
        if since >= adult:
            since = adult
        duties.start_track(
            child, kind="in_care", starts_on=since - timedelta(days=730), ends_on=since, by=by, at=at
        )
    duties.start_track(child, kind=kind, starts_on=min(since, council.today), by=by, at=at)
    if kind == "in_care":
        _place(council, child, since, at)
    bring_over(child, kind, since, at)


POSTCODES = {"Saltmere": "ZZ97 1AA", "Next Bay": "ZZ98 1AA", "Far Cove": "ZZ99 3VZ"}  # of no place there is
WHY_MOVED = ["CARPL", "CREQB", "CARPL", "OTHER", "CHILD", "STAND"]


def _place(council: Council, child: Child, since: date, at: datetime) -> None:
    """Some moved once already; where each placement lies says how far it is."""
    chance = council.chance
    if chance.often(0.3):
        middle = since + timedelta(days=chance.random.randint(20, max((council.today - since).days - 10, 21)))
        _move(council, child, since, at)
        # By the day and not by chance: what is drawn after it stays as it was.
        why = WHY_MOVED[(council.today - since).days % len(WHY_MOVED)]
        _move(council, child, min(middle, council.today), at, why_ended=why)
    else:
        _move(council, child, since, at)


def _move(council: Council, child: Child, since: date, at: datetime, why_ended: str = "") -> None:
    chance = council.chance
    place = chance.random.choices(["Saltmere", "Next Bay", "Far Cove"], [70, 15, 15])[0]
    far = {
        "Saltmere": 2,
        "Next Bay": chance.random.randint(8, 25),
        "Far Cove": chance.random.randint(45, 120),
    }
    address = Address.objects.create(
        line=f"{chance.random.randint(1, 90)} Made-up Road, {place}",
        postcode=POSTCODES[place],
        la_code=HOSTS[place],
    )
    move = placements.place(
        child,
        starts_on=since,
        host_code=HOSTS[place],
        is_emergency=chance.often(0.2),
        arrangement="long_term" if chance.often(0.3) else "standard",
        by=council.system,
        at=at,
        address=address,
        kind=chance.one(["U6", "U4", "K2", "U3"]),
        provider=chance.one(["PR1", "PR4"]),
        carer=f"{chance.faker.first_name()} {chance.faker.last_name()}",
        carer_phone=chance.phone(),
        miles=Decimal(far[place]),
        why_ended=why_ended,
    )
    settle(council, move, at)
