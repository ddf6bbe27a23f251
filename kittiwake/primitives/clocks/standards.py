"""What an area declares: a duty's time limit, where it is written, and how it has changed over the years."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from types import ModuleType

from kittiwake.time.durations import Duration
from kittiwake.time.moments import in_words

KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
ALWAYS = date.min


class NotInForce(ValueError):
    """No version of the standard applied on the day asked about."""


@dataclass(frozen=True, slots=True)
class Version:
    """One limit and the day it came in. A computed due date carries the version it was computed with."""

    within: Duration
    source: str
    effective_from: date = ALWAYS

    def __str__(self) -> str:
        if self.effective_from == ALWAYS:
            return str(self.within)
        return f"{self.within} (from {in_words(self.effective_from)})"


@dataclass(frozen=True, slots=True)
class Standard:
    """A duty's time limit.

    key              area.noun, such as "missing.return_interview"
    title            plain English, as a worklist shows it
    within           the first limit
    source           document and paragraph, and the date it was read
    effective_from   the day the first limit came in; left out when it has applied for as long as records matter
    local            true when law and guidance leave the number to the council, which may change it from a date
    voluntary        true for a national standard that no law makes anybody keep, such as the employer standards
    later            limits that replaced the first, oldest first
    """

    key: str
    title: str
    within: Duration
    source: str
    effective_from: date = ALWAYS
    local: bool = False
    later: tuple[Version, ...] = ()
    voluntary: bool = False

    def __post_init__(self) -> None:
        if not KEY.fullmatch(self.key):
            raise ValueError(f"The key of a standard is area.noun in lower case, not {self.key!r}.")
        if not (self.title.strip() and all(version.source.strip() for version in self.versions)):
            raise ValueError(f"The standard {self.key} needs a title and a source for every limit.")
        starts = [version.effective_from for version in self.versions]
        if starts != sorted(set(starts)):
            raise ValueError(f"The limits of {self.key} must each start on a later day than the one before.")

    @property
    def slug(self) -> str:
        """For its address: missing-return_interview."""
        return self.key.replace(".", "-")

    @property
    def versions(self) -> tuple[Version, ...]:
        return (Version(self.within, self.source, self.effective_from), *self.later)

    def version_at(self, on: date) -> Version:
        """The limit that applied to something that happened on this day."""
        for version in reversed(self.versions):
            if version.effective_from <= on:
                return version
        raise NotInForce(f"“{self.title}” has only applied since {in_words(self.effective_from)}.")

    def changed(self, within: Duration, *, source: str, effective_from: date) -> Standard:
        """The standard with a council's own limit from a date. What was due before that date stays as it was."""
        if not self.local:
            raise ValueError(f"“{self.title}” is set nationally, so its limit cannot be changed here.")
        kept = tuple(version for version in self.later if version.effective_from != effective_from)
        later = sorted(
            (*kept, Version(within, source, effective_from)), key=lambda version: version.effective_from
        )
        return replace(self, later=tuple(later))


def standards_of(area: str, *modules: ModuleType) -> list[Standard]:
    """All of the area's own that have a name in these modules, for it to declare; not those of others, read there."""
    named = {
        id(each): each for module in modules for each in vars(module).values() if isinstance(each, Standard)
    }
    return [standard for standard in named.values() if standard.key.startswith(f"{area}.")]
