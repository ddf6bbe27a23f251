"""Which cells there are, and which of them are asked every time.

With KITTIWAKE_MATRIX=whole every page is asked by every role in every relation. Otherwise two roles that hold the same
powers and see as far as each other stand in for each other, in turn from page to page; so do GET and POST; and
each relation is asked on every second or third page.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from kittiwake.access import powers
from kittiwake.accounts.roles import Role
from kittiwake.areas.powers import Power
from tests.cast import PEOPLE
from tests.matrix.pages import Page
from tests.matrix.world import RELATIONS, one_of_each_role

NOBODY = "nobody"
BY_NAME = "let in"  # the relation that brings a child to every role that may see one at all
REACHES = [
    powers.SEES_TEAMS,
    powers.SEES_EVERYONE,
    powers.OUTSIDE,
    powers.SEES_NAMED,
    powers.SEES_NO_CHILD,
]


@dataclass(frozen=True)
class Cell:
    page: Page
    method: str
    who: str
    relation: str  # "" where the page is about no child

    def __str__(self) -> str:
        about = f" ({self.relation})" if self.relation else ""
        return f"{self.method} {self.page.name} by {self.who}{about}"


def cells_of(page: Page) -> list[Cell]:
    return whole(page) if asks_whole() else list(drawn(page))


def asks_whole() -> bool:
    return os.environ.get("KITTIWAKE_MATRIX") == "whole"


def whole(page: Page) -> list[Cell]:
    return [
        Cell(page, method, who, relation)
        for method in page.methods
        for who in (NOBODY, *one_of_each_role())
        for relation in (RELATIONS if page.about else [""])
    ]


def drawn(page: Page) -> Iterator[Cell]:
    turn = crc32(page.name.encode())
    profiles = [one_in_turn(those, turn) for those in alike()]
    sweepers = {reach_of(who): who for who in profiles if holds(who, page.power)}
    for method in page.methods:
        yield Cell(page, method, NOBODY, BY_NAME if page.about else "")
    for place, who in enumerate(profiles):
        yield Cell(page, one_in_turn(page.methods, turn + place), who, BY_NAME if page.about else "")
    for place, relation in enumerate(RELATIONS if page.about else []):
        for reach, who in sweepers.items():
            if relation != BY_NAME and (turn + place) % (2 if reach == 0 else 3) == reach % 2:
                yield Cell(page, one_in_turn(page.methods, turn + place), who, relation)


def alike() -> list[list[str]]:
    """The people of the matrix, those together between whom the law can make no difference."""
    groups: dict[tuple[int, frozenset[str]], list[str]] = {}
    for who in one_of_each_role():
        key = (reach_of(who), frozenset(powers.HOLDS[role_of(who)]))
        groups.setdefault(key, []).append(who)
    return list(groups.values())


def people() -> list[str]:
    """One of each reach and set of powers; all of them where the whole is asked."""
    return one_of_each_role() if asks_whole() else [those[0] for those in alike()]


def one_in_turn(choices: list[str] | tuple[str, ...], turn: int) -> str:
    return choices[turn % len(choices)]


def reach_of(who: str) -> int:
    return next(place for place, roles in enumerate(REACHES) if role_of(who) in roles)


def role_of(who: str) -> Role:
    return PEOPLE[who][0]


def holds(who: str, power: Power) -> bool:
    return power in powers.HOLDS[role_of(who)]
