"""What a row of published statistics brought, taken back; and why it may have to stay."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.exchange.as_json import from_json
from kittiwake.exchange.formats.statistics.facts import Before, StatisticsFacts
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.undo_checks import Since
from kittiwake.insight.statistics import recording as statistics
from kittiwake.insight.statistics.models import PublishedFigure


def undo_row(row: ImportRow, facts: StatisticsFacts, *, reason: str, by: User, at: datetime) -> None:
    before = from_json(Before, row.before)
    statistics.take_back(before.get("made", ()), before.get("replaced", ()), at=at)


def undo_check(row: ImportRow, facts: StatisticsFacts, since: Since) -> str:
    """A later file that says otherwise stands in the place of this one's figures: what was before must not come back."""
    made = from_json(Before, row.before).get("made", ())
    standing = PublishedFigure.objects.standing().filter(pk__in=made).count()
    return "" if standing == len(made) else "a later file has other figures for the same"
