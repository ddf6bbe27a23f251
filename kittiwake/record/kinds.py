"""The kinds of entry that the areas declare: what a line of a chronology may be about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kittiwake.accounts.roles import Role
from kittiwake.areas.area import declared, pages
from kittiwake.areas.pages import address, in_plain_words


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
        page = pages().get(self.page_name)
        return self.title or (page.called if page else in_plain_words(self.page_name))


@cache
def entry_kinds() -> dict[str, EntryKind]:
    return {kind.name: kind for kind in declared(EntryKind)}


def _of(kind: str) -> EntryKind:
    """A kind that no area declares any longer is called by its name, and an address of it is none."""
    return entry_kinds().get(kind) or EntryKind(kind)


def address_of_entry(kind: str, key: object) -> str:
    return address(_of(kind).page_name, key)


def kind_name(kind: str) -> str:
    """missing.episode as Missing episode."""
    return _of(kind).called


@cache
def kind_of_tracks() -> str:
    (name,) = (kind.name for kind in entry_kinds().values() if kind.of_tracks)
    return name


def kinds_shown_to(role: str) -> set[str]:
    """For a role outside the council."""
    return {kind.name for kind in declared(EntryKind) if role in kind.outside}


def kinds_let_in(role: str) -> set[str]:
    """Of whose entries somebody of this role may be let in to one alone."""
    return {kind.name for kind in declared(EntryKind) if role in kind.let_in}
