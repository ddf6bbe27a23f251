"""Rows of published statistics beside those that were read in before. About no child."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from kittiwake.exchange.formats.format import FileReport
from kittiwake.exchange.formats.statistics.facts import FigureFacts, StatisticsFacts
from kittiwake.exchange.formats.statistics.reading import Read, read
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.proposal import Proposal
from kittiwake.exchange.reading.columns import Mapping
from kittiwake.exchange.reading.tables import Table
from kittiwake.insight.statistics.models import PublishedFigure

Key = tuple[str, str, str, str]  # indicator, kind and code of the area, period
Said = tuple[Decimal | None, str]
EMPTY = "It has no figure and no mark: nothing was published of this area."


@dataclass
class Matcher:
    """`here`: what stands, of the indicators met so far."""

    here: dict[Key, Said] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    @classmethod
    def beside_the_record(cls, at: datetime) -> Matcher:
        return cls()

    def proposals(self, lists: Sequence[Table], file: FileReport) -> Iterator[Proposal]:
        for table in lists:
            file.columns.keep(table.name, Mapping("statistics", "", {}), is_taken=True)
            for row in read(table):
                yield self._propose(row, file.name)

    def _propose(self, row: Read, source: str) -> Proposal:
        if row.problem or row.area is None:
            return Proposal(row.line, ImportRow.REJECTED, row.problem)
        if not row.figures:
            return Proposal(row.line, ImportRow.UNCHANGED, EMPTY)
        facts = StatisticsFacts(
            area_kind=row.area.kind,
            area_code=row.area.code,
            area_name=row.area.name,
            period=row.period,
            period_is=row.period_is,
            figures=tuple(self._news(row)),
            source=source[:200],
        )
        if not facts.figures:
            return Proposal(row.line, ImportRow.UNCHANGED, "Was read in before, and says the same.")
        return self._proposal(row, facts)

    def _proposal(self, row: Read, facts: StatisticsFacts) -> Proposal:
        keys = [_key(row, figure) for figure in facts.figures]
        is_new = not any(key in self.here for key in keys)
        self.here |= {
            key: (figure.value, figure.mark) for key, figure in zip(keys, facts.figures, strict=True)
        }
        verdict = ImportRow.NEW if is_new else ImportRow.CHANGED
        said = "figures are new" if is_new else "figures were published anew, with other values"
        return Proposal(
            row.line,
            verdict,
            f"{len(keys)} {said}: {row.area.name if row.area else ''}, {row.period}.",
            facts,
        )

    def _news(self, row: Read) -> Iterator[FigureFacts]:
        self._ask(row)
        for figure in row.figures:
            if self.here.get(_key(row, figure)) != (figure.value, figure.mark):
                yield figure

    def _ask(self, row: Read) -> None:
        """What stands of the indicators that no row before this one had."""
        if wanted := {figure.indicator for figure in row.figures} - self.asked:
            self.asked |= wanted
            rows = PublishedFigure.objects.standing().filter(indicator__in=wanted)
            facts = rows.values_list("indicator", "area_kind", "area_code", "period", "value", "mark")
            for indicator, kind, code, period, value, mark in facts.iterator():
                self.here[indicator, kind, code, period] = (value, mark)


def _key(row: Read, figure: FigureFacts) -> Key:
    assert row.area is not None
    return figure.indicator, row.area.kind, row.area.code, row.period
