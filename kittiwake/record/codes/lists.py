"""A list of codes that knows its history: what may be chosen on a day, and what an old code still means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date


class UnknownCode(ValueError):
    """A code that is not on the list, or was not in use on the day. The message is one sentence for the page."""


@dataclass(frozen=True, slots=True)
class Code:
    """One meaning of one code.

    from_, to   first and last day it was in use; None where it has no known beginning or end
    group       the lettered group that Ofsted's child-level lists (Annex A) put it in, such as "a) White"
    retired     no longer to be chosen, though nobody wrote down since when
    note        what a user or a developer must know, such as a label that is not confirmed
    """

    key: str
    label: str
    from_: date | None = None
    to: date | None = None
    group: str = ""
    retired: bool = False
    note: str = ""

    def in_use(self, at: date) -> bool:
        return (self.from_ is None or self.from_ <= at) and (self.to is None or at <= self.to)


class CodeList:
    """Codes in the order they are shown. A key may appear again with a later label, never two at one time.

    `alone` names codes that mean "none of these", and so cannot be recorded beside another.
    """

    def __init__(self, name: str, codes: Iterable[Code], *, source: str, alone: Iterable[str] = ()) -> None:
        self.name = name
        self.codes = tuple(codes)
        self.source = source
        self.alone = frozenset(alone)
        self._by_key: dict[str, list[Code]] = {}
        for code in self.codes:
            self._by_key.setdefault(code.key, []).append(code)

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def keys(self) -> tuple[str, ...]:
        """Every key there has ever been."""
        return tuple(self._by_key)

    def choices(self, at: date) -> list[tuple[str, str]]:
        """What a form offers on this day, as pairs of key and label."""
        return [(code.key, code.label) for code in self.codes if code.in_use(at) and not code.retired]

    def code(self, key: str, at: date | None = None) -> Code:
        """What the key meant on the day, or means now. Out of its time it still has its nearest meaning."""
        meanings = self._by_key.get(key)
        if not meanings:
            raise UnknownCode(f"The {self.name} code is not one that is in use.")
        if at is None:
            return meanings[-1]
        return next((code for code in meanings if code.in_use(at)), meanings[-1])

    def label(self, key: str, at: date | None = None) -> str:
        return self.code(key, at).label

    def group(self, key: str) -> str:
        """The Annex A group, or an empty string where it has none."""
        return self.code(key).group

    def check(self, key: str, at: date) -> str:
        """The key, if it was in use on the day; a retired code passes, because old records still hold it."""
        code = self.code(key, at)
        if not code.in_use(at):
            when = f"from {_day(code.from_)}" if code.from_ and at < code.from_ else f"until {_day(code.to)}"
            raise UnknownCode(f"The {self.name} “{code.label}” ({key}) was in use only {when}.")
        return key

    def check_all(self, keys: Iterable[str], at: date) -> list[str]:
        """The keys without repeats, in the order of the list; refuses 'none of these' beside another."""
        given = {self.check(key, at) for key in keys}
        lonely = [key for key in self.keys() if key in given & self.alone]
        if lonely and len(given) > 1:
            raise UnknownCode(f"The {self.name} “{self.label(lonely[0])}” cannot be recorded with any other.")
        return [key for key in self.keys() if key in given]


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""
