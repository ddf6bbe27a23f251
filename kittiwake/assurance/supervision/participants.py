"""Who met, and what only they do. Reads only."""

from __future__ import annotations

from kittiwake.accounts.models import User
from kittiwake.assurance.supervision.models import (
    Supervision,
)
from kittiwake.history.refusal import NotYours


def refuse_strangers(supervision: Supervision, by: User, why: str) -> None:
    if why_not := why_not_of_the_two(supervision, by, why):
        raise NotYours(why_not)


def why_not_of_the_two(supervision: Supervision, user: User, why: str) -> str:
    """What only the two people who met do; empty for them."""
    return "" if user in the_two(supervision) else why


def the_two(supervision: Supervision) -> tuple[User | None, User | None]:
    """(the worker, the supervisor) as those who sign in."""
    worker = supervision.worker.user if supervision.worker else None
    return worker, supervision.supervisor.user
