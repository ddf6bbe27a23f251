"""The yearly workforce census, as the XML the Department for Education collects. Only what the figures need is kept:
not birth dates, gender, ethnicity or where somebody qualified.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from kittiwake.exchange.formats.workforce_census.facts import CouncilFacts, WorkerFacts
from kittiwake.exchange.reading.source import Source
from kittiwake.exchange.reading.streaming import Record, records
from kittiwake.exchange.reading.unreadable import UnreadableFile
from kittiwake.record import identifiers

T = TypeVar("T")


class Unclear(Exception):
    """One field that is missing or wrong, in a sentence."""


@dataclass(frozen=True)
class ReadWorker:
    """One worker: what the census says of them, or `problem`, why they cannot be recorded. `doubt` is what to look at."""

    number: int
    facts: WorkerFacts | None = None
    problem: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class ReadCensus:
    """Going through it reads the workers from the file, so that a long census takes no more memory than a short one."""

    source: Source
    reference_date: date
    council: CouncilFacts
    # As every list that is read.
    left_out: Mapping[int, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    hidden: bool = False

    @property
    def name(self) -> str:
        return self.source.name

    def __iter__(self) -> Iterator[ReadWorker]:
        return _workers(_records(self.source, {}))


def _records(source: Source, rest: Record) -> Iterator[Record]:
    return records(source, root="Message", record="CSWWWorker", rest=rest)


def read_census(source: Source) -> list[ReadCensus]:
    """The whole file is gone through once first: what is wrong with it as a whole is said before anything is proposed."""
    rest: Record = {}
    count = sum(1 for _ in _records(source, rest))
    if rest.get("Header/CollectionDetails/Collection", "CSWW") != "CSWW":
        raise UnreadableFile(f"‘{source.name}’ is another collection than the workforce census (CSWW).")
    try:
        day = _needed(
            _a_date(rest.get("Header/CollectionDetails/ReferenceDate"), "ReferenceDate"), "ReferenceDate"
        )
        council = _council(rest)
    except Unclear as unclear:
        raise UnreadableFile(f"‘{source.name}’ cannot be read as a census: {unclear}") from None
    if not count:
        raise UnreadableFile(f"‘{source.name}’ names no worker (CSWWWorker). Send the whole census.")
    return [ReadCensus(source, day, council)]


def is_in(lists: Sequence[ReadCensus]) -> bool:
    return bool(lists)


def _council(rest: Record) -> CouncilFacts:
    said = {
        name.removeprefix("LALevelVacancies/"): text
        for name, text in rest.items()
        if name.startswith("LALevelVacancies")
    }
    if not said:
        raise Unclear("LALevelVacancies is missing.")
    return {
        "vacancies": _needed(_number(said, "NumberOfVacancies"), "NumberOfVacancies"),
        "covering": _needed(_number(said, "NoAgencyFTE"), "NoAgencyFTE"),
        "covering_people": int(_needed(_number(said, "NoAgencyHeadcount"), "NoAgencyHeadcount")),
    }


def _workers(records: Iterator[Record]) -> Iterator[ReadWorker]:
    met: dict[str, int] = {}
    for number, record in enumerate(records, start=1):
        try:
            facts = _facts(record)
            first = met.setdefault(facts["swe_number"], number)
            if first != number:
                raise Unclear(f"Worker {number} has the same SWENo as worker {first}. Take one of them out.")
            yield ReadWorker(number, facts, doubt=_doubt(facts))
        except Unclear as unclear:
            yield ReadWorker(number, problem=str(unclear))


def _facts(record: Record) -> WorkerFacts:
    agency = _code(record, "AgencyWorker", ("0", "1"), needed=True)
    try:
        swe = identifiers.swe_number_returned(record.get("SWENo") or "")
    except identifiers.NotValid as problem:
        raise Unclear("SWENo is missing or is not two letters and up to ten digits.") from problem
    starts_on = _a_date(record.get("RoleStartDate"), "RoleStartDate")
    ends_on = _a_date(record.get("RoleEndDate"), "RoleEndDate")
    if starts_on and ends_on and ends_on < starts_on:
        raise Unclear("RoleEndDate is before RoleStartDate.")
    return {
        "swe_number": swe,
        "is_agency": agency == "1",
        "fte": _needed(_share(record, "FTE"), "FTE"),
        "fte_left": _share(record, "FTE30"),
        "role": _code(record, "OrgRole", tuple("123456")),
        "starts_on": starts_on,
        "ends_on": ends_on,
        "reason": _code(record, "ReasonLeave", tuple(str(number) for number in range(1, 11))),
        "cases": int(_number(record, "Cases30") or 0),
        "days_lost": _number(record, "WorkingDaysLost"),
    }


def _doubt(facts: WorkerFacts) -> str:
    if facts["fte"] == 0 and facts["cases"]:
        return f"They have FTE 0 and {facts['cases']} cases, which do not count in the caseload. Check both."
    return ""


def _needed(value: T | None, name: str) -> T:
    if value is None:
        raise Unclear(f"{name} is missing.")
    return value


def _code(record: Record, name: str, codes: tuple[str, ...], *, needed: bool = False) -> str:
    said = (record.get(name) or "").strip()
    if needed and not said:
        raise Unclear(f"{name} is missing.")
    if said and said not in codes:
        raise Unclear(f"{name} must be one of {', '.join(codes)}.")
    return said


def _number(record: Record, name: str) -> Decimal | None:
    value = _read(Decimal, record.get(name), name, "a number")
    if value is not None and not value.is_finite():
        raise Unclear(f"{name} must be a number.")
    if value is not None and not 0 <= value < 1_000_000:
        raise Unclear(f"{name} must be a number, 0 or more.")
    return value


def _share(record: Record, name: str) -> Decimal | None:
    value = _number(record, name)
    if value is not None and value > 1:
        raise Unclear(f"{name} cannot be over 1.")
    return value


def _a_date(text: str | None, name: str) -> date | None:
    return _read(date.fromisoformat, text, name, "a date like 2026-09-30")


def _read(make: Callable[[str], T], text: str | None, name: str, what: str) -> T | None:
    said = (text or "").strip()
    try:
        return make(said) if said else None
    except (ValueError, InvalidOperation):
        raise Unclear(f"{name} must be {what}.") from None
