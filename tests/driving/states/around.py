"""What the forms of access and of imports need first."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from kittiwake.access import recording as access
from kittiwake.access.identity import acting_as
from kittiwake.access.models import Grant
from kittiwake.exchange import recording as imports
from tests.driving.page_forms import Typed
from tests.driving.states.state import State, by_and_at, number
from tests.driving.world import World


def _restricted(world: World) -> dict[str, Any]:
    named = [world.people["manager"]]
    access.restrict(world.made.child, reason="Known to the family", named=named, **by_and_at(world))
    return {}


def _invited(world: World) -> dict[str, Any]:
    user = world.people["partner"]
    Grant.objects.filter(child=world.made.child, user=user).update(ends_at=world.made.at)
    return {"grant": access.let_in(world.made.child, user=user, reason="In the plan", **by_and_at(world))}


def _recorded(world: World) -> dict[str, Any]:
    analyst = world.people["analyst"]
    with acting_as(analyst):
        imports.commit(world.made["import"], by=analyst, at=world.made.at)
    return {}


def _with_hidden_rows(world: World) -> dict[str, Any]:
    world.made["import"].files.update(hidden_rows=1)
    return {}


def _list(world: World) -> Typed:
    file = BytesIO(b"Force Ref,Surname,Forename(s),DOB,Missing Date,Missing Time,Found Date,Found Time\n"
                   b"DR/1/26,WREN,Ivy,17/05/2012,19/11/2025,18:00,19/11/2025,19:00\n")  # fmt: skip
    file.name = "list.csv"
    return {"file": [file]}  # type: ignore[list-item]


def _staff(world: World) -> Typed:
    file = SentAgain(b"Name,Email address,Role\nKim Fell,kim.driven@saltmere.example,Quality auditor\n")
    file.name = "staff.csv"
    return {"file": [file]}  # type: ignore[list-item]


class SentAgain(BytesIO):
    """Read from its beginning, however often it is sent."""

    def read(self, size: int | None = -1) -> bytes:
        self.seek(0)
        return super().read(size)


def _letter(world: World) -> Typed:
    file = SentAgain(b"What the school wrote")
    file.name = "letter.txt"
    return {"chosen": [file]}  # type: ignore[list-item]


STATES = {
    "documents:add": State(given=_letter),
    "documents:add_to_entry": State(given=_letter),
    "access:lift_restriction": State(make=_restricted),
    "access:end_grant": State(make=_invited),
    "access:break_glass": State(
        given=lambda world: {"council": [number(world.another.child)], "surname": ["Matrix"]}
    ),
    "exchange:hidden": State(make=_with_hidden_rows),
    "exchange:staff_lists": State(given=_staff),
    "exchange:start": State(given=_list),
    "exchange:undo": State(make=_recorded),
}
