"""Which teams have to be there before people can work here."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef

from kittiwake.areas.steps import Step
from kittiwake.council.teams.queries import standing_on
from kittiwake.record.models import Membership
from kittiwake.ui.dates import counted


def _teams(today: date) -> str:
    return "" if standing_on(today).exists() else "There is no team yet."


def _managers(today: date) -> str:
    managed = Membership.objects.on(today).filter(team=OuterRef("pk"), manages=True)
    number = standing_on(today).exclude(kind="partner").exclude(Exists(managed)).count()
    return f"Nobody manages {counted(number, 'team')}." if number else ""


STEPS = [
    Step("teams", 50, "Teams", "Add services first, and the teams beneath them.", _teams, "teams:teams"),
    Step(
        "managers", 60, "Who manages each team", "Somebody answers for every team.", _managers, "teams:teams"
    ),
]
