"""How good supervision is, by team, and what is still to be read. Reads only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from zlib import crc32

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.supervision import settings, visibility
from kittiwake.assurance.supervision.models import ChildPart, Sample
from kittiwake.assurance.supervision.quality import rules
from kittiwake.assurance.supervision.showing import supervision_task
from kittiwake.record.models import Allocation, Membership
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Task

LOOKED_BACK = timedelta(days=182)
TO_READ = 20


@dataclass(frozen=True)
class TeamQuality:
    team: str
    spread: rules.Spread
    parts: int
    no_progress: int
    fewest: int

    @property
    def cells(self) -> list[str]:
        spread = self.spread
        hidden = f"Fewer than {self.fewest} read"
        figures = (
            [hidden, ""]
            if spread.middle is None
            else [f"{spread.middle:g}", f"{spread.lower:g} to {spread.upper:g}"]
        )
        silent = (
            f"{self.no_progress} of {self.parts}"
            if self.parts >= self.fewest
            else f"Fewer than {self.fewest}"
        )
        return [self.team, str(spread.count), *figures, silent]


@dataclass
class QualityPage:
    """By team over the last half year: how readers marked it, and how many notes say nothing of progress."""

    viewer: Viewer
    at: datetime

    @cached_property
    def teams(self) -> list[TeamQuality]:
        marks, parts = self._marks(), self._parts()
        fewest = settings.fewest_readings(local_date(self.at))
        names = sorted({*marks, *parts})
        return [
            TeamQuality(
                name, rules.spread(marks.get(name, []), fewest=fewest), *parts.get(name, (0, 0)), fewest
            )
            for name in names
        ]

    def _marks(self) -> dict[str, list[float]]:
        since = self.at - LOOKED_BACK
        team = Membership.objects.on(local_date(self.at)).filter(worker=OuterRef("supervision__worker"))
        readings = Sample.objects.filter(supervision__in=visibility.supervisions(self.viewer), at__gte=since)
        marks: dict[str, list[float]] = defaultdict(list)
        for name, overall in readings.annotate(team=team.order_by("pk").values("team__name")[:1]).values_list(
            "team", "overall"
        ):
            marks[name or "No team"].append(overall)
        return marks

    def _parts(self) -> dict[str, tuple[int, int]]:
        """{team that holds the child: (children's parts, those that say nothing of progress)}."""
        since = self.at - LOOKED_BACK
        held = Allocation.objects.on(local_date(self.at)).filter(
            child=OuterRef("child"), role=Allocation.LEAD
        )
        parts = self.viewer.see(ChildPart).standing().filter(entry__happened_at__gte=since)
        counted = parts.annotate(team=held.values("team__name")[:1]).values("team")
        counted = counted.annotate(parts=Count("pk"), silent=Count("pk", filter=Q(progress="")))
        return {row["team"] or "No team": (row["parts"], row["silent"]) for row in counted.order_by()}

    @cached_property
    def to_read(self) -> list[Task]:
        """Supervisions with a child's part that nobody has read, in an order drawn anew each day."""
        if not self.viewer.may(Power.PLAN_AUDITS):
            return []
        since = self.at - LOOKED_BACK
        read, mine = Sample.objects.filter(supervision=OuterRef("pk")), self.viewer.worker
        part = self.viewer.see(ChildPart).standing().filter(supervision=OuterRef("pk"))
        supervisions = visibility.supervisions(self.viewer).filter(
            ~Exists(read), Exists(part), held_at__gte=since
        )
        supervisions = supervisions.filter(struck_out_at=None)
        if mine:
            supervisions = supervisions.exclude(supervisor=mine).exclude(worker=mine)
        drawn = sorted(supervisions.values_list("pk", flat=True), key=lambda pk: _drawn(pk, self.at))[
            :TO_READ
        ]
        rows = supervisions.filter(pk__in=drawn).select_related("worker", "supervisor", "team")
        return [supervision_task(row) for row in sorted(rows, key=lambda row: drawn.index(row.pk))]


def _drawn(pk: int, at: datetime) -> int:
    """The same for everybody on one day, and no order anybody can choose."""
    return crc32(f"{local_date(at)}:{pk}".encode())
