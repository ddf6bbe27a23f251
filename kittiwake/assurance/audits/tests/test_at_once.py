"""Two people at one step of an action at the same moment: it is taken once, and the other is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.tests.conftest import Crowd
from kittiwake.accounts.models import User
from kittiwake.assurance.audits.actions import recording as doing
from kittiwake.assurance.audits.effects import recording as effects
from kittiwake.assurance.audits.models import ActionStep, AuditAction
from kittiwake.assurance.audits.tests import made
from kittiwake.history.refusal import Refused
from tests.cast import Cast, make_cast

Do = Callable[[AuditAction, User], Any]


@pytest.fixture(scope="module")
def kept() -> dict[str, Cast]:
    """The cast of this module's own database."""
    return {}


def action_at(kept: dict[str, Cast], reach: Callable[[Cast, AuditAction], AuditAction]) -> int:
    with acting_as_system():
        if "cast" not in kept:
            kept["cast"] = make_cast()
        cast = kept["cast"]
        programme = made.made_programme(cast, title=f"Programme {AuditAction.objects.count()}")
        return reach(cast, made.raised(cast, made.audited(cast, programme=programme))).pk


def step(kept: dict[str, Cast], pk: int, who: str, do: Do) -> str:
    by = kept["cast"].user(who)
    try:
        with acting_as(by):
            do(AuditAction.objects.get(pk=pk), by)
    except Refused:
        return "told"
    return "done"


def steps(pk: int) -> list[str]:
    with acting_as_system():
        return list(ActionStep.objects.filter(action=pk).order_by("pk").values_list("kind", flat=True))


def close(action: AuditAction, by: User) -> None:
    effects.close(action, learned="Meet them where they are", by=by, at=made.LATER)


def holds(action: AuditAction, by: User) -> None:
    doing.check_evidence(action, words="It is in the notes", by=by, at=made.SOON)


def goes_back(action: AuditAction, by: User) -> None:
    doing.send_back(action, words="Nothing has changed", by=by, at=made.SOON)


def confirmed_and_classed(cast: Cast, action: AuditAction) -> AuditAction:
    action = made.confirmed(cast, action)
    doing.check_focus(action, focus=action.focus, why="", by=cast.user("manager"), at=made.LATER)
    return action


def test_two_close_it_and_it_is_closed_once(crowd: Crowd, kept: dict[str, Cast]) -> None:
    (pk,) = crowd(lambda: action_at(kept, confirmed_and_classed))
    said = crowd(lambda: step(kept, pk, "manager", close), lambda: step(kept, pk, "service_manager", close))
    assert sorted(said) == ["done", "told"]
    assert crowd(lambda: steps(pk))[0].count("closed") == 1


def test_two_who_say_that_it_holds_are_one_check(crowd: Crowd, kept: dict[str, Cast]) -> None:
    (pk,) = crowd(lambda: action_at(kept, made.done))
    said = crowd(lambda: step(kept, pk, "manager", holds), lambda: step(kept, pk, "service_manager", holds))
    assert sorted(said) == ["done", "told"]
    assert crowd(lambda: steps(pk))[0] == ["done", "checked"]


def test_when_one_says_that_it_holds_and_one_that_nothing_changed_it_ends_back_with_its_owner(
    crowd: Crowd, kept: dict[str, Cast]
) -> None:
    """Whoever comes second answers what then stands: nothing can be checked that has gone back."""
    (pk,) = crowd(lambda: action_at(kept, made.done))
    said = crowd(
        lambda: step(kept, pk, "manager", holds), lambda: step(kept, pk, "service_manager", goes_back)
    )
    taken = crowd(lambda: steps(pk))[0]
    assert said[1] == "done"
    assert taken == (["done", "checked", "sent_back"] if said[0] == "done" else ["done", "sent_back"])
