"""What a report is about: a question that people who are no statisticians ask, and the few figures that answer it.

An area declares its theme beside its measures, or says which of its measures answer the theme of another (`InTheme`). Whoever
makes reports collects them (`themes`), and keeps no list of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from kittiwake.accounts.roles import Role
from kittiwake.areas.area import declared


@dataclass(frozen=True)
class Term:
    """A word of the work, and what it means to somebody who does not do it."""

    word: str
    means: str


@dataclass(frozen=True)
class Theme:
    """`measures` are the keys of those that answer it, the most telling first; `heard` of those that say what children and
    audits told. `accountable` is the role that answers for it. `place` orders the themes.
    """

    key: str
    title: str
    question: str
    place: int
    accountable: Role
    measures: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()

    @property
    def every(self) -> tuple[str, ...]:
        """Each once, in their order."""
        return tuple(dict.fromkeys((*self.measures, *self.heard)))


@dataclass(frozen=True)
class InTheme:
    """Measures of this area that answer the theme of another."""

    theme: str
    measures: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()


@cache
def themes() -> dict[str, Theme]:
    """By key, in their order, each with what every area has to say to it."""
    whole = {theme.key: theme for theme in sorted(declared(Theme), key=lambda theme: theme.place)}
    for more in declared(InTheme):
        theme = whole[more.theme]
        whole[more.theme] = replace(
            theme,
            measures=theme.measures + more.measures,
            heard=theme.heard + more.heard,
            terms=theme.terms + more.terms,
        )
    return whole
