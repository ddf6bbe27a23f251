"""Samples that were drawn, and who is in one: the children the viewer may see. Reads only."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits.programmes.population import NO_TEAM
from kittiwake.assurance.audits.programmes.showing import TRACKS
from kittiwake.assurance.inspection.models import CaseSample, SampledChild
from kittiwake.ui.components import Cell, SummaryRow, TextLink, columns
from kittiwake.ui.dates import long_date, short_date

SHOWN = 100


def criteria(sample: CaseSample) -> str:
    parts = [
        sample.team.name if sample.team else "all teams",
        ", ".join(TRACKS[track].lower() for track in sample.tracks) or "all children worked with",
        f"none audited since {short_date(sample.not_since)}" if sample.not_since else "",
    ]
    said = "; ".join(filter(None, parts))
    return said[:1].upper() + said[1:]


@dataclass
class SamplesPage:
    viewer: Viewer
    columns = columns("Drawn", "By", "Asked for#", "From whom", "For")

    @property
    def may_draw(self) -> bool:
        return self.viewer.may(Power.MAKE_LISTS)

    @cached_property
    def rows(self) -> list[list[Cell]]:
        rows = CaseSample.objects.select_related("drawn_by", "team", "inspection").order_by(
            "-drawn_at", "-pk"
        )
        return [
            [
                TextLink(f"{short_date(sample.drawn_at)}, seed {sample.seed}", sample.get_absolute_url()),
                str(sample.drawn_by),
                str(sample.size),
                criteria(sample),
                str(sample.inspection or "–"),
            ]
            for sample in rows[:SHOWN]
        ]


@dataclass
class SamplePage:
    sample: CaseSample
    viewer: Viewer
    columns = columns("Child", "Team", "Track", "Place#")

    @property
    def children(self) -> QuerySet[SampledChild]:
        drawn = self.viewer.see(SampledChild).filter(sample=self.sample, is_drawn=True)
        return drawn.select_related("child", "team").prefetch_related("child__identifiers").order_by("place")

    @property
    def rows_of(self) -> list[SummaryRow]:
        sample = self.sample
        could = self.viewer.see(SampledChild).filter(sample=sample).count()
        return [
            SummaryRow("Drawn", f"{long_date(sample.drawn_at)}, by {sample.drawn_by}"),
            SummaryRow("Asked for", sample.size),
            SummaryRow("From whom", criteria(sample)),
            SummaryRow("Could be drawn, of those you may see", could),
            SummaryRow("Seed", sample.seed),
        ]

    def table(self, children: list[SampledChild]) -> list[list[Cell]]:
        return [
            [
                TextLink(each.child.name, each.child.get_absolute_url()),
                str(each.team or NO_TEAM),
                TRACKS[each.track],
                str(each.place),
            ]
            for each in children
        ]
