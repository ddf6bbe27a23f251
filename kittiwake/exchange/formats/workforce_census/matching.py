"""The workforce census, matched with the record. About no child."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from kittiwake.assurance.workforce.census import recording as census
from kittiwake.assurance.workforce.models import Census, CensusWorker
from kittiwake.exchange.column_limits import unfit
from kittiwake.exchange.formats.format import FileReport
from kittiwake.exchange.formats.workforce_census.facts import COUNCIL, CensusFacts, of_council, of_worker
from kittiwake.exchange.formats.workforce_census.reading import ReadCensus, ReadWorker
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.proposal import Proposal
from kittiwake.exchange.reading.doubts import Doubt

# What the census calls each fact, by ours: what is asked whether it fits its column.
TITLES = {"fte": "FTE", "fte_left": "FTE30", "cases": "Cases30", "days_lost": "WorkingDaysLost",
          "starts_on": "RoleStartDate", "ends_on": "RoleEndDate", "role": "OrgRole", "reason": "ReasonLeave"}  # fmt: skip
TITLES_OF_COUNCIL = {
    "vacancies": "NumberOfVacancies",
    "covering": "NoAgencyFTE",
    "covering_people": "NoAgencyHeadcount",
}
MESSAGES = {
    ImportRow.NEW: "Will be recorded.",
    ImportRow.CHANGED: "Is on the record with other facts, which this replaces.",
    ImportRow.UNCHANGED: "Is on the record already.",
}


class Matcher:
    @classmethod
    def beside_the_record(cls, at: datetime) -> Matcher:
        return cls()

    def proposals(self, lists: Sequence[ReadCensus], file: FileReport) -> Iterator[Proposal]:
        for read in lists:
            yield _council(read)
            yield from (_worker(read, worker) for worker in read)


def _council(read: ReadCensus) -> Proposal:
    if wrong := unfit(Census, read.council, TITLES_OF_COUNCIL):
        return Proposal(0, ImportRow.REJECTED, wrong)
    return _proposal(0, of_council(read.reference_date, read.council))


def _worker(read: ReadCensus, worker: ReadWorker) -> Proposal:
    if worker.facts is None:
        return Proposal(worker.number, ImportRow.REJECTED, worker.problem)
    if wrong := unfit(CensusWorker, worker.facts, TITLES):
        return Proposal(worker.number, ImportRow.REJECTED, wrong)
    doubts = [Doubt(worker.number, "fte", worker.doubt)] if worker.doubt else []
    return _proposal(worker.number, of_worker(read.reference_date, worker.facts)).with_doubts(doubts)


def _proposal(line: int, facts: CensusFacts) -> Proposal:
    standing = standing_of(facts)
    same = standing is not None and is_as_recorded(facts, standing)
    verdict = ImportRow.NEW if standing is None else ImportRow.UNCHANGED if same else ImportRow.CHANGED
    return Proposal(line, verdict, MESSAGES[verdict], facts)


def standing_of(facts: CensusFacts) -> Census | CensusWorker | None:
    """What is on the record of the same day and worker."""
    if facts.about == COUNCIL:
        return census.census_on(facts.day)
    of_day = CensusWorker.objects.filter(census__reference_date=facts.day, withdrawn_at=None)
    return of_day.filter(swe_number=facts.swe_number).first()


def is_as_recorded(facts: CensusFacts, standing: Census | CensusWorker) -> bool:
    return facts.facts.items() <= recorded(standing).items()


def recorded(standing: Census | CensusWorker) -> Mapping[str, object]:
    return {field.name: getattr(standing, field.attname) for field in standing._meta.concrete_fields}
