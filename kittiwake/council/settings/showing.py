"""What the pages of settings show. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.pages import Link
from kittiwake.council.settings import queries
from kittiwake.council.settings.details import Detail, details
from kittiwake.council.settings.models import CouncilDetail
from kittiwake.council.settings.slots import SETTINGS
from kittiwake.ui.components import SummaryRow
from kittiwake.ui.dates import long_date


@dataclass
class SettingsPage:
    viewer: Viewer

    @property
    def links(self) -> list[Link]:
        return self.viewer.links(SETTINGS)


@dataclass
class DetailsPage:
    today: date

    @property
    def rows(self) -> list[SummaryRow]:
        return [self._row(detail) for detail in details().values()]

    def _row(self, detail: Detail) -> SummaryRow:
        value = queries.value_on(detail, self.today)
        coming = queries.coming(detail, self.today)
        if coming:
            value = f"{value or 'None'} (from {long_date(coming.effective_from)}: {coming.value or 'none'})"
        href = reverse("settings:detail", args=[detail.slug])
        return SummaryRow(detail.title, value or "None", href, "Change")


@dataclass
class DetailPage:
    detail: Detail
    today: date

    @property
    def rows(self) -> list[SummaryRow]:
        row, coming = queries.row_on(self.detail, self.today), queries.coming(self.detail, self.today)
        rows = [
            SummaryRow(self.detail.title, queries.value_on(self.detail, self.today) or "None"),
            SummaryRow("Where it is shown", self.detail.shown),
            SummaryRow(
                "Since", long_date(row.effective_from) if row else "As Kittiwake came: nobody has set it"
            ),
        ]
        if coming:
            rows.append(SummaryRow(f"From {long_date(coming.effective_from)}", coming.value or "None"))
        return rows

    @property
    def changes(self) -> list[CouncilDetail]:
        """The newest first."""
        return list(reversed(queries.changes().get(self.detail.key, [])))
