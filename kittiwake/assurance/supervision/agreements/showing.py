"""What the page of one agreement shows. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.supervision.experience import newly_qualified_since, rhythm_of
from kittiwake.assurance.supervision.models import SupervisionAgreement
from kittiwake.assurance.supervision.showing import supervised, supervision_task
from kittiwake.time.moments import local_date
from kittiwake.ui.components import SummaryRow, Task
from kittiwake.ui.dates import long_date


@dataclass
class AgreementPage:
    """One agreement, and when they met under it."""

    agreement: SupervisionAgreement
    viewer: Viewer
    at: datetime

    @property
    def facts(self) -> list[SummaryRow]:
        agreement, on = self.agreement, local_date(self.at)
        since, rhythm = (
            newly_qualified_since(agreement.worker, on),
            rhythm_of(agreement.worker, agreement.profession, on),
        )
        rows = [
            ("Supervisor", agreement.supervisor.name),
            ("Newly qualified since", long_date(since) if since else ""),
            ("How often", f"Every {rhythm.version_at(on)}"),
            ("Where that is written", rhythm.version_at(on).source),
            ("From", long_date(agreement.starts_on)),
            ("To", long_date(agreement.ends_on) if agreement.ends_on else ""),
            ("Recorded", f"{agreement.recorded_by}, {long_date(local_date(agreement.recorded_at))}"),
        ]
        return [SummaryRow(key, value) for key, value in rows if value]

    @cached_property
    def items(self) -> list[Task]:
        return [
            supervision_task(supervision) for supervision in supervised(self.viewer, self.agreement.worker)
        ]

    @property
    def may_lead(self) -> bool:
        return self.viewer.may(Power.LEAD)
