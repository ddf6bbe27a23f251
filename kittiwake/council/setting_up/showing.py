"""What is still missing before people can work here, in order. Reads only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db import connection
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.powers import SEES_TEAMS
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.people.queries import people
from kittiwake.council.teams.queries import standing_on
from kittiwake.record.models import Membership
from kittiwake.ui.components import Status, Task
from kittiwake.ui.dates import counted

MISSING = Status("Still missing", "blue")


class Step(NamedTuple):
    """`page` is where it is done; without one, the hint says how."""

    title: str
    hint: str
    page: str
    is_missing: Callable[[date], bool]


def _another_administrator(today: date) -> bool:
    return User.objects.filter(role=Role.ADMINISTRATOR, is_active=True, last_login__isnull=False).count() < 2


def _people(today: date) -> bool:
    return not people().exclude(role=Role.ADMINISTRATOR).filter(is_active=True).exists()


def _teams(today: date) -> bool:
    return not standing_on(today).exists()


def _managers(today: date) -> bool:
    managed = Membership.objects.on(today).filter(team=OuterRef("pk"), manages=True)
    return standing_on(today).exclude(kind="partner").exclude(Exists(managed)).exists()


def outside_teams(today: date) -> int:
    """Accounts of a role that sees its teams' children, which belong to nobody in a team."""
    placed = Membership.objects.on(today).filter(worker__user=OuterRef("pk"))
    return people().filter(is_active=True, role__in=SEES_TEAMS).exclude(Exists(placed)).count()


def _first_list(today: date) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT setting_up_has_children()")
        (has,) = cursor.fetchone()
    return not has


STEPS = [
    Step(
        "Another administrator",
        "Add one, and let them sign in: if you lose your second proof or leave, they let people in.",
        "people:add_person",
        _another_administrator,
    ),
    Step("People", "Add whoever works here, and make each the link to sign in with.", "people:people", _people),
    Step("Teams", "Add services first, and the teams beneath them.", "teams:teams", _teams),
    Step("Who manages each team", "Somebody answers for every team.", "teams:teams", _managers),
    Step(
        "The first list of children",
        "Whoever runs the machine brings it in with “kittiwake import”; an analyst or business support on the page “Imports”.",
        "",
        _first_list,
    ),
]  # fmt: skip


@dataclass
class SettingUpPage:
    today: date

    @cached_property
    def missing(self) -> list[Task]:
        steps = [
            Task(step.title, reverse(step.page) if step.page else "", step.hint, MISSING)
            for step in STEPS
            if step.is_missing(self.today)
        ]
        return steps + self._outside_teams

    @property
    def _outside_teams(self) -> list[Task]:
        number = outside_teams(self.today)
        if not number:
            return []
        title = f"{counted(number, 'person', 'people')} in no team"
        hint = "They see no child until they are known as a worker and are in a team."
        return [Task(title, reverse("people:people"), hint, MISSING)]
