"""The kinds of entry that the areas declare: what a line of a chronology may be about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kittiwake.accounts.roles import Role
from kittiwake.areas.area import declared, pages


@dataclass(frozen=True)
class EntryKind:
    """`name` is area.noun; the page of such an entry is area:noun, unless `page` says otherwise.

    `outside`: whoever of these roles may see a child sees all their entries of this kind. `let_in`: whoever of these roles
    was let in to one entry sees that one, and nothing else of the child. `of_tracks`: the line of a track is of this kind;
    one area says so, whose page shows what a track brings.
    """

    name: str
    title: str = ""
    page: str = ""
    outside: frozenset[Role] = frozenset()
    let_in: frozenset[Role] = frozenset()
    of_tracks: bool = False

    @property
    def page_name(self) -> str:
        return self.page or self.name.replace(".", ":")

    @property
    def called(self) -> str:
        return self.title or pages()[self.page_name].called


@cache
def entry_kinds() -> dict[str, EntryKind]:
    return {kind.name: kind for kind in declared(EntryKind)}


@cache
def kind_of_tracks() -> str:
    (kind,) = (kind for kind in declared(EntryKind) if kind.of_tracks)
    return kind.name


def kinds_shown_to(role: str) -> set[str]:
    """For a role outside the council."""
    return {kind.name for kind in declared(EntryKind) if role in kind.outside}


def kinds_let_in(role: str) -> set[str]:
    """Of whose entries somebody of this role may be let in to one alone."""
    return {kind.name for kind in declared(EntryKind) if role in kind.let_in}
