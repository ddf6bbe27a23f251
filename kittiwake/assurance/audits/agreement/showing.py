"""How far blind second marks agree with first ones, over all and by programme. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.audits import rules, settings
from kittiwake.assurance.audits.models import Mark
from kittiwake.primitives.instruments.agreement import Pair, figures
from kittiwake.ui.components import columns

ALL = "All programmes"


@dataclass
class AgreementPage:
    viewer: Viewer
    on: date
    columns = columns("Programme", "Marked twice#", "Same grade#", "Between#", "Weighted kappa#", "Between#")

    @cached_property
    def _fewest(self) -> int:
        return settings.fewest_pairs(self.on)

    @cached_property
    def _pairs(self) -> list[tuple[int, str, Pair]]:
        """(child, programme, the two grades as they were marked): whatever moderation made of them afterwards."""
        standing = self.viewer.see(Mark).filter(audit__entry__struck_out_at=None)
        second = standing.filter(kind=Mark.SECOND).values_list("audit_id", "overall")
        first = standing.filter(kind=Mark.FIRST, audit__in=[audit for audit, _ in second])
        again = dict(second)
        rows = first.values_list("audit_id", "overall", "audit__child_id", "audit__programme__title")
        return [
            (child, title, (rules.height(overall), rules.height(again[audit])))
            for audit, overall, child, title in rows
        ]

    @property
    def child_ids(self) -> list[int]:
        return [child for child, _, _ in self._pairs]

    @property
    def rows(self) -> list[list[str]]:
        titles = sorted({title for _, title, _ in self._pairs})
        return [self._row(title) for title in [ALL, *titles]] if self._pairs else []

    def _row(self, title: str) -> list[str]:
        return [
            title,
            *figures([pair for _, of, pair in self._pairs if title in (ALL, of)], fewest=self._fewest),
        ]
