"""What a row of the workforce census put on the record, taken back; and why it may have to stay."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.db.models.fields.json import KT

from kittiwake.accounts.models import User
from kittiwake.assurance.workforce.census import recording as census
from kittiwake.assurance.workforce.models import Census, CensusWorker
from kittiwake.exchange.as_json import from_json
from kittiwake.exchange.formats.workforce_census.facts import COUNCIL, Before, CensusFacts
from kittiwake.exchange.formats.workforce_census.matching import is_as_recorded, standing_of
from kittiwake.exchange.formats.workforce_census.recording import record_facts
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.undo_checks import Since


def undo_row(row: ImportRow, facts: CensusFacts, *, reason: str, by: User, at: datetime) -> None:
    if stood := from_json(Before, row.before).get("replaced"):
        record_facts(facts, stood, by=by, at=at)
        return
    standing = standing_of(facts)
    if isinstance(standing, Census):
        census.withdraw_census(standing, by=by, at=at)
    elif standing:
        census.withdraw_person(standing, by=by, at=at)


def undo_check(row: ImportRow, facts: CensusFacts, since: Since) -> str:
    if facts.about == COUNCIL and "made" in row.before and _others(row, facts).exists():
        return "another census file of the same day brought workers since"
    standing = standing_of(facts)
    is_ours = standing is not None and is_as_recorded(facts, standing)
    return "" if is_ours else "another census file changed it since"


def _others(row: ImportRow, facts: CensusFacts) -> QuerySet[CensusWorker]:
    """Workers of that day whom another import brought."""
    of_day = CensusWorker.objects.filter(census__reference_date=facts.day, withdrawn_at=None)
    ours = row.batch.rows.annotate(number=KT("facts__swe_number")).values("number")
    return of_day.exclude(swe_number__in=ours)
