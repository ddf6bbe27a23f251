"""Pages about supervision as a whole: my own and my team’s. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation.cover.queries import may_hold_supervision
from kittiwake.assurance.allocation.models import Away
from kittiwake.assurance.allocation.visibility import with_oneself
from kittiwake.assurance.supervision import visibility
from kittiwake.assurance.supervision.showing import supervised, supervision_task
from kittiwake.assurance.supervision.teams.standing import (
    Standing,
    standings,
    supervisors_away,
    without_agreement,
)
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Task

TO_READ = 20


@dataclass
class MinePage:
    """My own supervision, and of those I supervise or cover for."""

    viewer: Viewer
    at: datetime

    @cached_property
    def worker(self) -> Worker | None:
        return self.viewer.worker

    @cached_property
    def _standings(self) -> list[Standing]:
        if self.worker is None:
            return []
        today = local_date(self.at)
        covered = Away.objects.on(today).filter(covered_by=self.worker).values("worker_id")
        return standings(self.viewer, self.at, pk__in=_about(self.worker, covered, self.viewer))

    @property
    def mine(self) -> Standing | None:
        return next(
            (standing for standing in self._standings if standing.agreement.worker_id == self.worker_id), None
        )

    @property
    def worker_id(self) -> int | None:
        return self.worker.pk if self.worker else None

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD)

    @property
    def may_see_team(self) -> bool:
        return self.viewer.may(Power.OVERSEE_SUPERVISION)

    @property
    def theirs(self) -> list[Standing]:
        return [standing for standing in self._standings if standing.agreement.worker_id != self.worker_id]

    @cached_property
    def recent(self) -> list[Task]:
        return (
            [supervision_task(supervision) for supervision in supervised(self.viewer, self.worker)]
            if self.worker
            else []
        )

    @cached_property
    def unsigned(self) -> list[Task]:
        """What waits for my signature."""
        if self.worker is None:
            return []
        mine = Q(worker=self.worker, worker_signed_at=None) | Q(
            supervisor=self.worker, supervisor_signed_at=None
        )
        unsigned = visibility.supervisions(self.viewer).filter(mine, struck_out_at=None)
        unsigned = unsigned.select_related("worker", "supervisor", "team").order_by("held_at", "pk")
        return [supervision_task(supervision, sign=True) for supervision in unsigned[:TO_READ]]


def _about(worker: Worker, covered: Any, viewer: Viewer) -> Any:
    about = Q(worker=worker) | Q(supervisor=worker) | Q(supervisor__in=covered)
    return visibility.agreements(viewer).filter(about).values("pk")


@dataclass
class TeamPage:
    """Everybody whose supervision the viewer answers for or looks at: longest without it first."""

    viewer: Viewer
    at: datetime

    @cached_property
    def rows(self) -> list[Standing]:
        return standings(self.viewer, self.at)

    @property
    def may_lead(self) -> bool:
        return self.viewer.may(Power.LEAD)

    @property
    def gaps(self) -> int:
        return sum(row.is_gap for row in self.rows)

    @property
    def late(self) -> int:
        return sum(row.is_late for row in self.rows)

    @cached_property
    def without(self) -> list[Worker]:
        return list(without_agreement(self.viewer, self.at)[:100])

    @cached_property
    def _away(self) -> list[Away]:
        return list(supervisors_away(self.viewer, self.at))

    @property
    def uncovered(self) -> list[Away]:
        """Nobody holds supervision meanwhile: also where whoever covers the children may not."""
        return [away for away in self._away if not _is_held(away)]

    @property
    def covered(self) -> list[Away]:
        return [away for away in self._away if _is_held(away)]

    @property
    def may_cover(self) -> bool:
        return self.viewer.may(Power.APPROVE)

    @cached_property
    def may_arrange(self) -> set[int]:
        """Whose being away the viewer may look after."""
        if not self._away or not self.may_cover:
            return set()
        theirs = with_oneself(self.viewer, local_date(self.at))
        return set(theirs.filter(pk__in=[away.worker_id for away in self._away]).values_list("pk", flat=True))


def _is_held(away: Away) -> bool:
    return away.covered_by is not None and may_hold_supervision(away.covered_by)
