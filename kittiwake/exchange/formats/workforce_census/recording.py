"""A row of the workforce census put on the record. It is recorded whole or not at all."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.assurance.workforce.census import recording as census
from kittiwake.exchange.as_json import as_json
from kittiwake.exchange.formats.workforce_census.facts import (
    COUNCIL,
    CensusFacts,
    CouncilFacts,
    WorkerFacts,
)
from kittiwake.exchange.formats.workforce_census.matching import recorded, standing_of
from kittiwake.exchange.models import ImportRow
from kittiwake.record.models import Child


def record_row(
    row: ImportRow, facts: CensusFacts, children: MutableMapping[int, Child], *, by: User, at: datetime
) -> None:
    if standing := standing_of(facts):
        stood = recorded(standing)
        row.before = {"replaced": as_json({name: stood[name] for name in facts.facts})}
    else:
        row.before = {"made": True}
    record_facts(facts, facts.facts, by=by, at=at)


def record_facts(row: CensusFacts, facts: CouncilFacts | WorkerFacts, *, by: User, at: datetime) -> None:
    if row.about == COUNCIL:
        census.record_council(row.day, **facts, by=by, at=at)
    else:
        census.record_person(row.day, **facts, by=by, at=at)
