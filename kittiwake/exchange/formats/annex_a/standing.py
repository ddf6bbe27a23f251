"""How a child stands while Ofsted's lists are judged: on the record with what was judged so far, and in the file so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kittiwake.exchange.formats.annex_a import asking, done
from kittiwake.exchange.formats.annex_a.facts import Told, Value
from kittiwake.exchange.formats.annex_a.rows import Allocated, CareLeaver, ListRow, LookedAfter
from kittiwake.record.codes import ETHNICITY

SEXES = {"male": "M", "female": "F"}


Days = tuple[date, date | None]


@dataclass
class Standing:
    """What the record will say of one child, once the rows judged so far are recorded."""

    child_id: int | None
    facts: dict[str, Value] = field(default_factory=dict)
    tracks: dict[str, set[Days]] = field(default_factory=dict)
    placements: set[date] = field(default_factory=set)
    held_by: tuple[str, str] | None = None
    latest: done.Latest = field(default_factory=dict)  # what was done last, by kind

    @property
    def born_on(self) -> date | None:
        known = self.facts.get("born_on")
        return known if isinstance(known, date) else None


@dataclass
class InFile:
    """What lists of this file have said of one child so far, whatever becomes of their rows."""

    facts: dict[str, tuple[int, Value]] = field(default_factory=dict)  # the list that said it first, and what
    holder: bool = False


def remember(before: InFile, number: int, row: ListRow, said: Told, asked: set[str]) -> None:
    for name, value in said.items():
        if value not in asking.NOT_SAID:
            before.facts.setdefault(name, (number, value))
    before.holder |= isinstance(row, Allocated) and bool(row.team) and "allocation" not in asked


KNOWN_ETHNICITIES = {code.key for code in ETHNICITY.codes}


def said_of_child(row: ListRow) -> Told:
    """Whether they came unaccompanied decides who is told when they are missing: the Home Office, a guardian."""
    ethnicity = row.ethnicity.code if row.ethnicity else None
    return {
        "born_on": row.born_on,
        "sex": SEXES.get(row.gender or ""),
        "ethnicity": ethnicity if ethnicity in KNOWN_ETHNICITIES else None,
        "unaccompanied": row.unaccompanied if isinstance(row, LookedAfter | CareLeaver) else None,
    }
