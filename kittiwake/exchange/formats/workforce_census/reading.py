"""The yearly workforce census, as the XML the Department for Education collects. Only what the figures need is kept:
not birth dates, gender, ethnicity or where somebody qualified.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from kittiwake.exchange.reading.source import Source
from kittiwake.exchange.reading.streaming import Record, records
from kittiwake.exchange.reading.unreadable import UnreadableFile
from kittiwake.record import identifiers


class Unclear(Exception):
    """One field that is missing or wrong, in a sentence."""


@dataclass
class One:
    """One worker. `problem` is why they cannot be recorded; `doubt` is what to look at."""

    number: int
    facts: dict[str, Any] = field(default_factory=dict)
    problem: str = ""
    doubt: str = ""


@dataclass
class Census:
    """`workers` are read from the file as they are asked for, so that a long census takes no more memory than a short one."""

    reference_date: date
    council: dict[str, Any]
    workers: Iterable[One]
    # As every list that is read.
    left_out: dict[int, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


class _Workers:
    """Each time it is gone through, the file is read anew."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def __iter__(self) -> Iterator[One]:
        return _workers(_records(self.source, {}))


def _records(source: Source, rest: Record) -> Iterator[Record]:
    return records(source, root="Message", record="CSWWWorker", rest=rest)


def read_census(source: Source) -> list[Census]:
    """The whole file is gone through once first: what is wrong with it as a whole is said before anything is proposed."""
    rest: Record = {}
    count = sum(1 for _ in _records(source, rest))
    if rest.get("Header/CollectionDetails/Collection", "CSWW") != "CSWW":
        raise UnreadableFile(f"‘{source.name}’ is another collection than the workforce census (CSWW).")
    try:
        day = _a_date(rest.get("Header/CollectionDetails/ReferenceDate"), "ReferenceDate", needed=True)
        council = _council(rest)
    except Unclear as unclear:
        raise UnreadableFile(f"‘{source.name}’ cannot be read as a census: {unclear}") from None
    assert day is not None
    if not count:
        raise UnreadableFile(f"‘{source.name}’ names no worker (CSWWWorker). Send the whole census.")
    return [Census(day, council, _Workers(source))]


def _council(rest: Record) -> dict[str, Any]:
    found = {
        name.removeprefix("LALevelVacancies/"): said
        for name, said in rest.items()
        if name.startswith("LALevelVacancies")
    }
    if not found:
        raise Unclear("LALevelVacancies is missing.")
    return {
        "vacancies": str(_number(found, "NumberOfVacancies", needed=True)),
        "covering": str(_number(found, "NoAgencyFTE", needed=True)),
        "covering_people": int(_number(found, "NoAgencyHeadcount", needed=True) or 0),
    }


def _workers(found: Iterator[Record]) -> Iterator[One]:
    met: dict[str, int] = {}
    for number, record in enumerate(found, start=1):
        one = One(number)
        try:
            one.facts = _facts(record)
            one.doubt = _doubt(one.facts)
            first = met.setdefault(one.facts["swe_number"], number)
            if first != number:
                raise Unclear(f"Worker {number} has the same SWENo as worker {first}. Take one of them out.")
        except Unclear as unclear:
            one.problem = str(unclear)
        yield one


def _facts(found: Record) -> dict[str, Any]:
    agency = _code(found, "AgencyWorker", ("0", "1"), needed=True)
    try:
        swe = identifiers.swe_number_returned(found.get("SWENo") or "")
    except identifiers.NotValid as problem:
        raise Unclear("SWENo is missing or is not two letters and up to ten digits.") from problem
    starts_on = _a_date(found.get("RoleStartDate"), "RoleStartDate")
    ends_on = _a_date(found.get("RoleEndDate"), "RoleEndDate")
    if starts_on and ends_on and ends_on < starts_on:
        raise Unclear("RoleEndDate is before RoleStartDate.")
    return {
        "swe_number": swe,
        "is_agency": agency == "1",
        "fte": str(_share(found, "FTE", needed=True)),
        "fte_left": _or_none(_share(found, "FTE30")),
        "role": _code(found, "OrgRole", tuple("123456")),
        "starts_on": starts_on and starts_on.isoformat(),
        "ends_on": ends_on and ends_on.isoformat(),
        "reason": _code(found, "ReasonLeave", tuple(str(number) for number in range(1, 11))),
        "cases": int(_number(found, "Cases30") or 0),
        "days_lost": _or_none(_number(found, "WorkingDaysLost")),
    }


def _doubt(facts: dict[str, Any]) -> str:
    if Decimal(facts["fte"]) == 0 and facts["cases"]:
        return f"They have FTE 0 and {facts['cases']} cases, which do not count in the caseload. Check both."
    return ""


def _or_none(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _code(found: Record, name: str, codes: tuple[str, ...], *, needed: bool = False) -> str:
    said = _said(found.get(name), name, needed)
    if said and said not in codes:
        raise Unclear(f"{name} must be one of {', '.join(codes)}.")
    return said


def _said(text: str | None, name: str, needed: bool) -> str:
    said = (text or "").strip()
    if needed and not said:
        raise Unclear(f"{name} is missing.")
    return said


def _number(found: Record, name: str, *, needed: bool = False) -> Decimal | None:
    value = _typed(Decimal, found.get(name), name, "a number", needed)
    if value is not None and not 0 <= value < 1_000_000:
        raise Unclear(f"{name} must be a number, 0 or more.")
    return value


def _share(found: Record, name: str, *, needed: bool = False) -> Decimal | None:
    value = _number(found, name, needed=needed)
    if value is not None and value > 1:
        raise Unclear(f"{name} cannot be over 1.")
    return value


def _a_date(text: str | None, name: str, *, needed: bool = False) -> date | None:
    return _typed(date.fromisoformat, text, name, "a date like 2026-09-30", needed)


def _typed(make: Callable[[str], Any], text: str | None, name: str, what: str, needed: bool) -> Any:
    said = _said(text, name, needed)
    try:
        value = make(said) if said else None
        if isinstance(value, Decimal) and not value.is_finite():
            raise ValueError
    except (ValueError, InvalidOperation):
        raise Unclear(f"{name} must be {what}.") from None
    return value
