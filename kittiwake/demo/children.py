"""The children of the made-up council: who they are, whose they are, where they live, what they are on."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kittiwake.demo.people import Council
from kittiwake.record import recording as record
from kittiwake.record.models import Address, Child, Team, Worker

CHILDREN_A_TEAM = 50
ETHNICITIES = ["WBRI"] * 88 + ["WOTH"] * 4 + ["MWBC", "MWAS", "ABAN", "APKN", "BAFR", "BCRB", "OOTH", "NOBT"]


def make_children(council: Council, scale: int, at: datetime) -> dict[str, list[Child]]:
    """Children by team. A few have no worker: that is a gap, and the board says so."""
    made = {}
    for name, team in council.teams.items():
        if team.kind == "social_work":
            made[name] = [make_child(council, name, at) for _ in range(CHILDREN_A_TEAM)]
        elif team.kind == "in_care":
            made[name] = [make_child(council, name, at, in_care=True) for _ in range(CHILDREN_A_TEAM)]
        elif team.kind in ("early_help", "leaving_care"):
            made[name] = [make_child(council, name, at) for _ in range(CHILDREN_A_TEAM // 2)]
    return made


def make_child(
    council: Council, team_name: str, at: datetime, *, in_care: bool = False, **facts: object
) -> Child:
    chance, team = council.chance, council.teams[team_name]
    age = 18.5 if team.kind == "leaving_care" else chance.random.triangular(6, 17.9, 15.5)
    sex = chance.one(["M", "F"])
    faker = chance.faker
    known = {
        "forenames": faker.first_name_male() if sex == "M" else faker.first_name_female(),
        "surname": faker.last_name(),
        "born_on": council.today - timedelta(days=int(age * 365.25) + chance.random.randrange(200)),
        "sex": sex,
        "ethnicity": chance.one(ETHNICITIES),
        **facts,
    }
    child = record.add_child(
        identifiers_={"council": chance.child_id()}, source="made up", by=council.system, at=at, **known
    )
    _allocate(council, child, team, team_name, at)
    _put_on_track(council, child, team, at, in_care=in_care)
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
        later = council.today - timedelta(days=chance.random.randint(5, days - 1))
        nobody = chance.often(0.06)
        worker = None if nobody else chance.one(council.workers[team_name])
        reason = "Their worker left" if nobody else "Change of worker"
        record.allocate(child, team=team, worker=worker, starts_on=later, reason=reason, by=by, at=at)


def _put_on_track(council: Council, child: Child, team: Team, at: datetime, *, in_care: bool) -> None:
    since = council.today - timedelta(days=council.chance.random.randint(60, 900))
    if in_care:
        record.start_track(child, kind="in_care", starts_on=since, by=council.system, at=at)
        _place(council, child, since, at)
    elif team.kind == "early_help":
        record.start_track(child, kind="early_help", starts_on=since, by=council.system, at=at)
    elif team.kind == "leaving_care":
        record.start_track(child, kind="care_leaver", starts_on=since, by=council.system, at=at)
    else:
        kind = "child_protection" if council.chance.often(0.25) else "child_in_need"
        record.start_track(child, kind=kind, starts_on=since, by=council.system, at=at)


def _place(council: Council, child: Child, since: date, at: datetime) -> None:
    chance = council.chance
    away = chance.often(0.3)
    distance = away and chance.often(0.5)
    place = "Far Cove" if distance else "Next Bay" if away else "Saltmere"
    address = Address.objects.create(
        line=f"{chance.random.randint(1, 90)} Made-up Road, {place}", postcode="ZZ99 3VZ"
    )
    record.place(
        child,
        starts_on=since,
        by=council.system,
        at=at,
        address=address,
        kind=chance.one(["U6", "U4", "K2", "U3"]),
        provider=chance.one(["PR1", "PR4"]),
        carer=f"{chance.faker.first_name()} {chance.faker.last_name()}",
        carer_phone=chance.phone(),
        out_of_area=away,
        at_a_distance=distance,
        miles=chance.random.randint(45, 120) if distance else chance.random.randint(8, 25) if away else 2,
    )
