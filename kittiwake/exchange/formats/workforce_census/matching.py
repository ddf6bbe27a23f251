"""The workforce census: judged beside the record, recorded whole or not at all, and taken back. About no child."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.db.models.fields.json import KT

from kittiwake.accounts.models import User
from kittiwake.assurance.workforce import recording_of_census as census
from kittiwake.assurance.workforce.models import Census, CensusWorker
from kittiwake.exchange.column_limits import unfit
from kittiwake.exchange.formats.workforce_census.reading import Census as Read
from kittiwake.exchange.formats.workforce_census.reading import One
from kittiwake.exchange.models import ImportFile, ImportRow
from kittiwake.exchange.proposal import Proposal
from kittiwake.exchange.reading.columns import Mapping
from kittiwake.exchange.undo_checks import Since
from kittiwake.record.models import Child

NUMBERS = ("fte", "fte_left", "days_lost", "vacancies", "covering")
DAYS = ("starts_on", "ends_on")
# What the census calls each fact, by ours: what is asked whether it fits its column.
TITLES = {"fte": "FTE", "fte_left": "FTE30", "cases": "Cases30", "days_lost": "WorkingDaysLost",
          "starts_on": "RoleStartDate", "ends_on": "RoleEndDate", "role": "OrgRole", "reason": "ReasonLeave"}  # fmt: skip
TITLES_OF_COUNCIL = {
    "vacancies": "NumberOfVacancies",
    "covering": "NoAgencyFTE",
    "covering_people": "NoAgencyHeadcount",
}
MESSAGES = {"new": "Will be recorded.", "changed": "Is on the record with other facts, which this replaces."}
MESSAGES["unchanged"] = "Is on the record already."


class Matcher:
    @classmethod
    def beside_the_record(cls, at: datetime) -> Matcher:
        return cls()

    def council(self, read: Read) -> Proposal:
        if wrong := unfit(Census, _typed(read.council), TITLES_OF_COUNCIL):
            return Proposal(0, ImportRow.REJECTED, wrong, {})
        standing = census.census_on(read.reference_date)
        return _proposed(0, read, "council", read.council, standing)

    def worker(self, read: Read, one: One) -> Proposal:
        if one.problem:
            return Proposal(one.number, ImportRow.REJECTED, one.problem, {})
        if wrong := unfit(CensusWorker, _typed(one.facts), TITLES):
            return Proposal(one.number, ImportRow.REJECTED, wrong, {})
        standing = _standing(read.reference_date, one.facts["swe_number"])
        return _proposed(one.number, read, "worker", one.facts, standing).with_doubts(
            [one.doubt] if one.doubt else []
        )


def _proposed(line: int, read: Read, about: str, facts: dict[str, Any], standing: Any) -> Proposal:
    same = standing is not None and _typed(facts).items() <= _as_recorded(standing).items()
    verdict = ImportRow.NEW if standing is None else ImportRow.UNCHANGED if same else ImportRow.CHANGED
    said = {"about": about, "day": read.reference_date.isoformat(), "swe_number": facts.get("swe_number", "")}
    return Proposal(line, verdict, MESSAGES[verdict], {**said, "facts": facts})


def _standing(day: date, swe_number: str) -> CensusWorker | None:
    found = CensusWorker.objects.filter(census__reference_date=day, swe_number=swe_number, withdrawn_at=None)
    return found.first()


def _others(row: ImportRow) -> QuerySet[CensusWorker]:
    """Workers of that day whom another import brought."""
    of_day = CensusWorker.objects.filter(census__reference_date=row.facts["day"], withdrawn_at=None)
    ours = row.batch.rows.annotate(number=KT("facts__swe_number")).values("number")
    return of_day.exclude(swe_number__in=ours)


def _as_recorded(row: Census | CensusWorker) -> dict[str, Any]:
    return {field.name: getattr(row, field.attname) for field in row._meta.concrete_fields}


def _typed(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(name, value) for name, value in facts.items()}


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in NUMBERS:
        return Decimal(value)
    return date.fromisoformat(value) if name in DAYS else value


def rows(
    judge: Matcher,
    tables: list[Read],
    corrected: Mapping | None,
    remembered: dict[str, Mapping],
    file: ImportFile,
) -> Iterator[Proposal]:
    for read in tables:
        yield judge.council(read)
        yield from (judge.worker(read, one) for one in read.workers)


def record_row(row: ImportRow, children: MutableMapping[int, Child], *, by: User, at: datetime) -> None:
    day, facts = date.fromisoformat(row.facts["day"]), _typed(row.facts["facts"])
    standing = _now(row)
    row.before = {"replaced": _plain(standing, facts)} if standing else {"made": True}
    if row.facts["about"] == "council":
        census.record_council(day, **facts, by=by, at=at)
    else:
        census.record_person(day, **facts, by=by, at=at)


def _now(row: ImportRow) -> Any:
    day = date.fromisoformat(row.facts["day"])
    if row.facts["about"] == "council":
        return census.census_on(day)
    return _standing(day, row.facts["swe_number"])


def _plain(standing: Any, facts: dict[str, Any]) -> dict[str, Any]:
    """What stood, as JSON."""
    kept = {name: getattr(standing, name) for name in facts}
    return {name: str(value) if isinstance(value, Decimal | date) else value for name, value in kept.items()}


def undo_row(row: ImportRow, *, reason: str, by: User, at: datetime) -> None:
    day, before = date.fromisoformat(row.facts["day"]), row.before.get("replaced")
    if row.facts["about"] == "council":
        _undo_council(row, day, before, by=by, at=at)
    elif before:
        census.record_person(day, **_typed(before), by=by, at=at)
    elif standing := _now(row):
        census.withdraw_person(standing, by=by, at=at)


def _undo_council(
    row: ImportRow, day: date, before: dict[str, Any] | None, *, by: User, at: datetime
) -> None:
    if before:
        census.record_council(day, **_typed(before), by=by, at=at)
    elif standing := _now(row):
        census.withdraw_census(standing, by=by, at=at)


def later_work(row: ImportRow, since: Since) -> str:
    standing = _now(row)
    if row.facts["about"] == "council" and "made" in row.before and _others(row).exists():
        return "another census file of the same day brought workers since"
    same = standing is not None and _typed(row.facts["facts"]).items() <= _as_recorded(standing).items()
    return "" if same else "another census file changed it since"
