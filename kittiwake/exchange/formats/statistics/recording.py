"""A row of published statistics put beside our own figures."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.exchange.as_json import as_json
from kittiwake.exchange.formats.statistics.facts import Before, StatisticsFacts
from kittiwake.exchange.models import ImportRow
from kittiwake.insight.statistics import recording as statistics
from kittiwake.insight.statistics.recording import Area, Figure
from kittiwake.record.models import Child


def record_row(
    row: ImportRow, facts: StatisticsFacts, children: MutableMapping[int, Child], *, by: User, at: datetime
) -> None:
    area = Area(kind=facts.area_kind, code=facts.area_code, name=facts.area_name)
    figures = [
        Figure(indicator=figure.indicator, value=figure.value, mark=figure.mark) for figure in facts.figures
    ]
    made, replaced = statistics.publish(
        figures, area=area, period=facts.period, period_is=facts.period_is, source=facts.source, at=at
    )
    row.before = as_json(Before(made=tuple(made), replaced=tuple(replaced)))
