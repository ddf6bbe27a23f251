"""What each row of a list of staff would do, beside the accounts and teams as they are. Reads only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kittiwake.access.powers import SEES_TEAMS
from kittiwake.accounts.models import User
from kittiwake.accounts.recording import checks
from kittiwake.accounts.roles import Role
from kittiwake.council.people.forms import role_choices, role_choices_here
from kittiwake.council.people.queries import last_day as last_day_of_account
from kittiwake.exchange.staff.facts import (
    ADDED,
    CHANGED,
    EMAIL,
    LAST_DAY,
    LEFT,
    MANAGES,
    NAME,
    ROLE,
    TEAM,
    WRONG,
    Plan,
    StaffRow,
    Wrong,
)
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Membership, Team, Worker
from kittiwake.time.moments import ONE_DAY, local_date, start_of
from kittiwake.ui.dates import long_date

YES, NO = ("yes", "y", "true", "1", "x"), ("no", "n", "false", "0", "")
LONGEST_NAME = 200


@dataclass
class Beside:
    """The accounts and teams a list is held against, asked for once for the whole list."""

    by: User
    at: datetime
    users: dict[str, User] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    places: dict[int, set[tuple[int, bool]]] = field(default_factory=dict)  # of each account
    workers: set[int] = field(default_factory=set)  # accounts that are a worker's
    unclaimed: set[str] = field(default_factory=set)  # names of workers who do not sign in

    @classmethod
    def now(cls, rows: Sequence[StaffRow], by: User, at: datetime) -> Beside:
        today = local_date(at)
        users = {user.email: user for user in User.objects.filter(email__in=[row["email"] for row in rows])}
        keys = [user.pk for user in users.values()]
        places: dict[int, set[tuple[int, bool]]] = {}
        held = Membership.objects.exclude(ends_on__lte=today).filter(worker__user__in=keys)
        for user_id, team_id, manages in held.values_list("worker__user_id", "team_id", "manages"):
            places.setdefault(user_id, set()).add((team_id, manages))
        unclaimed = Worker.objects.filter(user=None, ends_on=None).values_list("name", flat=True)
        return cls(
            by,
            at,
            users,
            {team.name.lower(): team for team in Team.objects.lasting().exclude(kind="partner")},
            places,
            set(Worker.objects.filter(user__in=keys).values_list("user_id", flat=True)),
            {name.lower() for name in unclaimed},
        )


def plans(rows: Sequence[StaffRow], by: User, at: datetime) -> list[Plan]:
    beside = Beside.now(rows, by, at)
    times = Counter(row["email"] for row in rows)
    return [_plan(row, rows, times, beside) for row in rows]


def _plan(row: StaffRow, rows: Sequence[StaffRow], times: Counter[str], beside: Beside) -> Plan:
    who = row["name"] or row["email"] or "Nobody named"
    try:
        if row["problem"]:
            raise Wrong(row["problem"], row["column"])
        _check_address(row, rows, times)
        return _planned(row, who, beside)
    except Wrong as wrong:
        return Plan(row["line"], who, WRONG, [wrong.why], column=wrong.column)


def _check_address(row: StaffRow, rows: Sequence[StaffRow], times: Counter[str]) -> None:
    if not row["name"] or len(row["name"]) > LONGEST_NAME:
        raise Wrong(f"Enter their name, in {LONGEST_NAME} characters or fewer.", NAME)
    try:
        validate_email(row["email"])
    except ValidationError:
        raise Wrong("Enter an email address, like name@example.com.", EMAIL) from None
    if times[row["email"]] > 1:
        others = [other["line"] for other in rows if other["email"] == row["email"] and other is not row]
        raise Wrong(f"The same address is in row {', '.join(map(str, others))}. Leave one of them.", EMAIL)


def _planned(row: StaffRow, who: str, beside: Beside) -> Plan:
    role, team, manages = _role(row["role"]), _team(row["team"], beside), _manages(row)
    last_day = date.fromisoformat(row["last_day"]) if row["last_day"] else None
    user = beside.users.get(row["email"])
    if user is not None and not user.may_sign_in(beside.at):
        raise Wrong(str(checks.whose_address(row["email"], beside.at)), EMAIL)
    if user is not None and user.role in (Role.PARTNER, Role.CHILD):
        raise Wrong(
            "This address is a partner’s or a young person’s, and not of somebody who works here.", EMAIL
        )
    does, words = _changes(row, user, role, team, manages, last_day, beside)
    pile = ADDED if user is None else CHANGED if does else LEFT
    _check_rest(role, team, user, last_day, does, beside)
    return Plan(
        row["line"], who, pile, words or ["Everything it says is so already."], "", row["email"], row["name"], role,
        team.pk if team else None, manages, last_day, user.pk if user else None, frozenset(does),
    )  # fmt: skip


def _role(text: str) -> Role:
    known = {label.lower(): Role(value) for value, label in role_choices()}
    known |= {value: Role(value) for value, _ in role_choices()}
    if not text:
        raise Wrong("Enter their role.", ROLE)
    if text.lower() not in known:
        labels = [label for _, label in role_choices_here()]
        raise Wrong(f"There is no role ‘{text[:60]}’. {_meant(text, labels, 'Roles are')}", ROLE)
    role = known[text.lower()]
    if role == Role.PARTNER:
        raise Wrong("Invite them on the page “Partner agencies”, which asks what for.", ROLE)
    return role


def _meant(text: str, names: Sequence[str], words: str) -> str:
    near = get_close_matches(text, names, n=1, cutoff=0.8)
    return f"Did you mean {near[0]}?" if near else f"{words}: {', '.join(names) or 'none yet'}."


def _team(text: str, beside: Beside) -> Team | None:
    if text and text.lower() not in beside.teams:
        names = [team.name for team in beside.teams.values()]
        raise Wrong(f"There is no team called ‘{text[:100]}’. {_meant(text, names, 'Teams are')}", TEAM)
    return beside.teams.get(text.lower())


def _manages(row: StaffRow) -> bool:
    said = row["manages"].lower()
    if said not in (*YES, *NO):
        raise Wrong("Write yes or no.", MANAGES)
    if said in YES and not row["team"]:
        raise Wrong("Enter the team they manage.", TEAM)
    return said in YES


def _check_rest(
    role: Role, team: Team | None, user: User | None, last_day: date | None, does: set[str], beside: Beside
) -> None:
    if role in SEES_TEAMS and team is None and not (user and beside.places.get(user.pk)):
        raise Wrong(f"{role.label}: they see children through their team. Enter their team.", TEAM)
    if does and user is not None and user.pk == beside.by.pk:
        raise Wrong("This is your own account: another system administrator changes it.", EMAIL)
    ends_at = start_of(last_day + ONE_DAY) if last_day else user.expires_at if user else None
    if does:
        try:
            checks.check_last_day(role, ends_at, beside.at)
        except Refused as refused:
            raise Wrong(str(refused), LAST_DAY) from refused


def _changes(
    row: StaffRow,
    user: User | None,
    role: Role,
    team: Team | None,
    manages: bool,
    last_day: date | None,
    beside: Beside,
) -> tuple[set[str], list[str]]:
    """Which columns would change something, and each as a sentence. What is empty in the list changes nothing."""
    does: dict[str, str] = {}
    if user is None:
        does[EMAIL] = f"An account is added: {role.label}."
        if last_day:
            does[LAST_DAY] = f"It ends after {long_date(last_day)}."
    else:
        if row["name"] != user.name:
            does[NAME] = f"Called {row['name']} in place of {user.name}."
        if role != user.role:
            does[ROLE] = f"{role.label} from today, in place of {Role(user.role).label}."
        if last_day and last_day != last_day_of_account(user):
            does[LAST_DAY] = f"Their last day is {long_date(last_day)}."
    if team and (team.pk, manages) not in beside.places.get(user.pk if user else 0, set()):
        does |= _place(row, user, team, manages, beside)
    return set(does) - {"doubt"}, list(does.values())


def _place(row: StaffRow, user: User | None, team: Team, manages: bool, beside: Beside) -> dict[str, str]:
    """Nobody is taken for a worker of the same name by a machine: a person says that they are the same."""
    if (user is None or user.pk not in beside.workers) and row["name"].lower() in beside.unclaimed:
        return {
            "doubt": f"Not put into {team}: a worker called {row['name']} is known already, who does not sign in. Say on the page "
            "“Workers who may be people here” whether they are the same."
        }
    return {TEAM: f"{'Manages' if manages else 'In'} {team} from today."}
