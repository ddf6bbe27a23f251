"""Who has to be able to sign in before people can work here."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from kittiwake.access.powers import SEES_TEAMS
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.areas.steps import Step
from kittiwake.council.people.queries import people
from kittiwake.record.models import Membership
from kittiwake.ui.dates import counted

LET_IN = 2  # administrators who have signed in, so that one lets the other in again


def _another_administrator(today: date) -> str:
    signed_in = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True, last_login__isnull=False).count()
    return "Only one has signed in." if signed_in < LET_IN else ""


def _people(today: date) -> str:
    return "" if _but_administrators().exists() else "There is nobody but administrators."


def _signing_in(today: date) -> str:
    waiting = _but_administrators().count()
    if not waiting or _but_administrators().filter(last_login__isnull=False).exists():
        return ""
    return f"None of {counted(waiting, 'person', 'people')} has signed in yet."


def _but_administrators() -> QuerySet[User]:
    return people().exclude(role=Role.ADMINISTRATOR).filter(is_active=True)


def outside_teams(today: date) -> int:
    """Accounts of a role that sees its teams' children, which belong to nobody in a team."""
    placed = Membership.objects.on(today).filter(worker__user=OuterRef("pk"))
    return people().filter(is_active=True, role__in=SEES_TEAMS).exclude(Exists(placed)).count()


def _placed(today: date) -> str:
    number = outside_teams(today)
    return f"{counted(number, 'person is', 'people are')} in no team." if number else ""


STEPS = [
    Step(
        "another_administrator",
        20,
        "Another administrator",
        "Add one, and let them sign in: if you lose your second proof or leave, they let people in.",
        _another_administrator,
        "people:add_person",
    ),
    Step(
        "people",
        30,
        "People",
        "Add whoever works here, and make each the link to sign in with.",
        _people,
        "people:people",
    ),
    Step(
        "signing_in",
        40,
        "Signing in",
        "Give each their link. Whoever runs the machine sets up single sign-on, where the council has it.",
        _signing_in,
        "people:people",
    ),
    Step(
        "placed",
        65,
        "People in teams",
        "They see no child until they are known as a worker and are in a team.",
        _placed,
        "people:people",
    ),
]
