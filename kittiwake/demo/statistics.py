"""What is “published” of the made-up council's neighbours, its region and England: every number is made up, and says so."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from kittiwake.accounts.models import User
from kittiwake.council.settings.recording import set_detail
from kittiwake.exchange.formats.statistics.benchmarks import PUBLISHED
from kittiwake.insight.statistics.models import PublishedFigure
from kittiwake.insight.statistics.recording import Area, Figure, publish
from kittiwake.insight.statistics.settings import NEIGHBOURS
from kittiwake.time.moments import local_date

SOURCE = "figures made up for this council"
AREAS = {
    Area(kind=PublishedFigure.ENGLAND, code="england", name="England"): Decimal("1.0"),
    Area(kind=PublishedFigure.REGION, code="made up", name="Made up"): Decimal("1.1"),
    Area(kind=PublishedFigure.COUNCIL, code="001", name="Next Bay"): Decimal("0.9"),
    Area(kind=PublishedFigure.COUNCIL, code="002", name="Far Cove"): Decimal("1.2"),
}
# What England's would be: shares that may be believed, by measure.
ENGLAND = {
    "P03": "12", "P04": "5.5", "P33": "82", "P50": "10", "P50b": "66", "P60": "24",
    "P74": "15", "P74b": "14", "P74c": "13", "P74d": "3.4", "P75": "15.6",
}  # fmt: skip


def publish_made_up(at: datetime) -> None:
    by, year = User.objects.system(), local_date(at).year - 1
    for area, times in AREAS.items():
        figures = [
            Figure(indicator=published.top[0], value=round(Decimal(ENGLAND[published.measure]) * times, 1))
            for published in PUBLISHED
            if published.measure in ENGLAND
        ]
        publish(figures, area=area, period=str(year), period_is="Reporting year", source=SOURCE, at=at)
    set_detail(
        NEIGHBOURS,
        value="001 002",
        effective_from=local_date(at),
        why="Made up",
        version=0,
        by=by,
        at=at,
    )
