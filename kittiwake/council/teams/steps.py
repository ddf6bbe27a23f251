"""Which teams have to be there before people can work here."""

from __future__ import annotations

from collections.abc import Callable
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


def _lacks(kind: str, words: str) -> Callable[[date], str]:
    """Once there are teams at all: until then that is what is missing."""

    def missing(today: date) -> str:
        teams = standing_on(today)
        return words if teams.exists() and not teams.filter(kind=kind).exists() else ""

    return missing


STEPS = [
    Step("teams", 50, "Teams", "Add services first, and the teams beneath them.", _teams, "teams:teams"),
    Step(
        "managers", 60, "Who manages each team", "Somebody answers for every team.", _managers, "teams:teams"
    ),
    Step(
        "front_door",
        62,
        "A front door",
        "It holds a child whom nobody knew until somebody is named for them.",
        _lacks("front_door", "No team is of the kind “Front door”: a police list cannot bring a new child."),
        "teams:teams",
    ),
    Step(
        "interviewers",
        64,
        "Who listens to children who come back",
        "They are let in as a child comes back.",
        _lacks("return_interviews", "No team is of the kind “Return interviews”."),
        "teams:teams",
    ),
]
