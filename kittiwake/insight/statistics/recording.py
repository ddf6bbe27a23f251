"""Putting what was published beside our own figures; a later publication of the same stands in the place of the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from kittiwake.history.whole import whole
from kittiwake.insight.statistics.models import PublishedFigure
from kittiwake.time.moments import local_date


@dataclass(frozen=True, kw_only=True)
class Area:
    kind: str
    code: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Figure:
    """`value`, or the `mark` that was published in its place."""

    indicator: str
    value: Decimal | None = None
    mark: str = ""


@whole()
def publish(
    figures: Sequence[Figure], *, area: Area, period: str, period_is: str, source: str, at: datetime
) -> tuple[list[int], list[int]]:
    """The figures of one area and period. Returns those made, and those that they stand in the place of."""
    names = [figure.indicator for figure in figures]
    before = PublishedFigure.objects.standing().filter(
        indicator__in=names, area_kind=area.kind, area_code=area.code, period=period
    )
    replaced = list(before.values_list("pk", flat=True))
    PublishedFigure.objects.filter(pk__in=replaced).update(withdrawn_at=at)
    made = PublishedFigure.objects.bulk_create(
        PublishedFigure(
            indicator=figure.indicator,
            area_kind=area.kind,
            area_code=area.code,
            area_name=area.name,
            period=period,
            period_is=period_is,
            value=figure.value,
            mark=figure.mark,
            source=source,
            read_on=local_date(at),
        )
        for figure in figures
    )
    return [figure.pk for figure in made], replaced


@whole()
def take_back(made: Iterable[int], replaced: Iterable[int], *, at: datetime) -> None:
    """What stood before stands again."""
    PublishedFigure.objects.standing().filter(pk__in=list(made)).update(withdrawn_at=at)
    PublishedFigure.objects.filter(pk__in=list(replaced)).update(withdrawn_at=None)
