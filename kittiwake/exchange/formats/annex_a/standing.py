"""How a child stands while Ofsted's lists are judged: on the record with what was judged so far, and in the file so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kittiwake.exchange.formats.annex_a import asking
from kittiwake.exchange.formats.annex_a import done as annex_a_done
from kittiwake.exchange.formats.annex_a.rows import Allocated, CareLeaver, ListRow, LookedAfter
from kittiwake.exchange.proposal import iso
from kittiwake.record.codes import ETHNICITY

SEXES = {"male": "M", "female": "F"}


@dataclass
class Standing:
    """What the record will say of one child, once the rows judged so far are recorded."""

    child_id: int | None
    facts: dict[str, Any] = field(default_factory=dict)
    tracks: dict[str, set[tuple[str, str | None]]] = field(default_factory=dict)
    placements: set[str] = field(default_factory=set)
    held_by: tuple[str, str] | None = None
    latest: annex_a_done.Latest = field(default_factory=dict)  # what was done last, by kind


@dataclass
class InFile:
    """What lists of this file have said of one child so far, whatever becomes of their rows."""

    facts: dict[str, tuple[int, Any]] = field(default_factory=dict)  # the list that said it first, and what
    holder: bool = False


def remember(before: InFile, number: int, row: ListRow, said: dict[str, Any], asked: set[str]) -> None:
    for name, value in said.items():
        if value not in asking.NOT_SAID:
            before.facts.setdefault(name, (number, value))
    before.holder |= isinstance(row, Allocated) and bool(row.team) and "allocation" not in asked


KNOWN_ETHNICITIES = {code.key for code in ETHNICITY.codes}


def said_of_child(row: ListRow) -> dict[str, str | bool | None]:
    """Whether they came unaccompanied decides who is told when they are missing: the Home Office, a guardian."""
    ethnicity = row.ethnicity.code if row.ethnicity else None
    return {
        "born_on": iso(row.born_on),
        "sex": SEXES.get(row.gender or ""),
        "ethnicity": ethnicity if ethnicity in KNOWN_ETHNICITIES else None,
        "unaccompanied": row.unaccompanied if isinstance(row, LookedAfter | CareLeaver) else None,
    }
