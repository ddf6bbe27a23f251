"""Teams, workers and those who answer for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TypedDict

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.demo.chance import Chance
from kittiwake.record.models import Agency, Membership, Team, Worker


@dataclass(frozen=True)
class Told:
    """A planted story, as the tour tells it."""

    who: str
    where: str
    title: str
    see: str
    mend: str


@dataclass
class Council:
    """Who works here, by team name."""

    today: date
    chance: Chance
    system: User
    teams: dict[str, Team] = field(default_factory=dict)
    workers: dict[str, list[Worker]] = field(default_factory=dict)
    managers: dict[str, Worker] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)

    def tell(self, who: str, where: str, title: str, *, see: str, mend: str) -> None:
        """A planted story becomes a stop of the tour: whom to be (the part of their address before the @), and where."""
        self.told.append(Told(who, where, title, see, mend))

    def user_of(self, worker: Worker | None) -> User:
        """Who signs in as this worker; Kittiwake itself for somebody who does not."""
        return worker.user if worker and worker.user else self.system


class ByAt(TypedDict):
    """Who records, and when."""

    by: User
    at: datetime


# How strong each team's practice is: the share of returns heard within 72 hours, and of interviews that change a plan.
TEAMS = {
    "Harbour team": (0.86, 0.80),
    "Lighthouse team": (0.72, 0.60),
    "Marsh team": (0.44, 0.35),
    "Quayside team": (0.70, 0.20),
}
OTHER_TEAMS = {
    "Children in care team": ("in_care", Role.SOCIAL_WORKER),
    "Exploitation team": ("exploitation", Role.EXPLOITATION_WORKER),
    "Return interviews": ("return_interviews", Role.RETURN_INTERVIEWER),
    "Early help": ("early_help", Role.EARLY_HELP_WORKER),
    "Leaving care": ("leaving_care", Role.LEAVING_CARE_WORKER),
}
AGENCIES = [
    ("Saltmere Council", "council"),
    ("Saltmere Police", "police"),
    ("Fenwick Academy", "school"),
    ("Saltmere Community Health", "health"),
    ("Gull House", "home"),
    ("Listening Post", "voluntary"),
]
ABOVE = [
    ("director", Role.DIRECTOR),
    ("principal", Role.PRINCIPAL_SOCIAL_WORKER),
    ("auditor", Role.AUDITOR),
    ("analyst", Role.ANALYST),
    ("chair", Role.CONFERENCE_CHAIR),
    ("member", Role.LEAD_MEMBER),
    ("inspector", Role.INSPECTOR),
    ("protection", Role.DATA_PROTECTION),
    ("administrator", Role.ADMINISTRATOR),
]


def make_people(chance: Chance, today: date, scale: int) -> Council:
    council = Council(today, chance, User.objects.system())
    agencies = {name: Agency.objects.create(name=name, kind=kind) for name, kind in AGENCIES}
    service = Team.objects.create(
        name="Safeguarding service", kind="service", agency=agencies["Saltmere Council"]
    )
    council.teams["Safeguarding service"] = service
    kinds = dict.fromkeys(TEAMS, ("social_work", Role.SOCIAL_WORKER)) | OTHER_TEAMS
    for copy in range(scale):
        for name, (kind, role) in kinds.items():
            _make_team(council, f"{name} {copy + 1}" if copy else name, kind, role, service)
    _join(council, _worker(council, "service.manager", Role.SERVICE_MANAGER), service, manages=True)
    for name, role in ABOVE:
        _worker(council, name, role)
    _make_partners(council, agencies)
    return council


def _make_team(council: Council, name: str, kind: str, role: Role, service: Team) -> None:
    team = council.teams[name] = Team.objects.create(name=name, kind=kind, parent=service)
    slug = name.lower().replace(" ", ".")
    manager = _worker(council, f"manager.{slug}", Role.TEAM_MANAGER)
    _join(council, manager, team, manages=True)
    council.managers[name] = manager
    council.workers[name] = [_worker(council, f"worker{number}.{slug}", role) for number in range(1, 6)]
    for worker in council.workers[name]:
        _join(council, worker, team)


def _worker(council: Council, login: str, role: Role, agency: Agency | None = None) -> Worker:
    name: str = (
        council.chance.faker.name_nonbinary() if hasattr(council.chance.faker, "name_nonbinary") else ""
    )
    name = name or f"{council.chance.faker.first_name()} {council.chance.faker.last_name()}"
    user = User.objects.create_user(f"{login}@saltmere.example", name, role)
    return Worker.objects.create(name=name, user=user, agency=agency, phone=council.chance.phone())


def _join(council: Council, worker: Worker, team: Team, *, manages: bool = False) -> None:
    since = council.today - timedelta(days=council.chance.random.randint(600, 2000))
    Membership.objects.create(worker=worker, team=team, manages=manages, starts_on=since)


def _make_partners(council: Council, agencies: dict[str, Agency]) -> None:
    for agency in list(agencies.values())[1:]:
        team = Team.objects.create(name=f"{agency.name}: safeguarding", kind="partner", agency=agency)
        council.teams[agency.name] = team
        login = agency.name.lower().replace(" ", ".")
        partner = _worker(council, login, Role.PARTNER, agency)
        _join(council, partner, team)
        council.workers[agency.name] = [partner]
