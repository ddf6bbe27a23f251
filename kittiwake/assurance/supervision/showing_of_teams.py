"""Pages about supervision as a whole: my own, my team's, and how good it is. Reads only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any
from zlib import crc32

from django.db.models import Count, Exists, OuterRef, Q

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation.cover.queries import may_hold_supervision
from kittiwake.assurance.allocation.models import Away
from kittiwake.assurance.allocation.visibility import with_oneself
from kittiwake.assurance.supervision import rules_of_quality as rules
from kittiwake.assurance.supervision import settings
from kittiwake.assurance.supervision.experience import newly_qualified_since, rhythm_of
from kittiwake.assurance.supervision.models import Agreement, ChildPart, Sample, Supervision
from kittiwake.assurance.supervision.reach import seen
from kittiwake.assurance.supervision.showing import supervised
from kittiwake.assurance.supervision.standing import Standing, standings, supervisors_away, without_agreement
from kittiwake.record.models import Allocation, Membership, Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date

LOOKED_BACK = timedelta(days=182)
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
        return next((one for one in self._standings if one.agreement.worker_id == self.worker_id), None)

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
        return [one for one in self._standings if one.agreement.worker_id != self.worker_id]

    @cached_property
    def recent(self) -> list[dict[str, Any]]:
        return [_item(one) for one in supervised(self.viewer, self.worker)] if self.worker else []

    @cached_property
    def unsigned(self) -> list[dict[str, Any]]:
        """What waits for my signature."""
        if self.worker is None:
            return []
        mine = Q(worker=self.worker, worker_signed_at=None) | Q(
            supervisor=self.worker, supervisor_signed_at=None
        )
        found = seen(self.viewer, Supervision).filter(mine, struck_out_at=None)
        found = found.select_related("worker", "supervisor", "team").order_by("held_at", "pk")
        return [_item(one, sign=True) for one in found[:TO_READ]]


def _about(worker: Worker, covered: Any, viewer: Viewer) -> Any:
    about = Q(worker=worker) | Q(supervisor=worker) | Q(supervisor__in=covered)
    return seen(viewer, Agreement).filter(about).values("pk")


def _item(one: Supervision, *, sign: bool = False) -> dict[str, Any]:
    status = {"text": "Signed"} if one.is_signed else {"text": "Not signed by both", "colour": "yellow"}
    return {
        "title": f"{one}, {long_date(local_date(one.held_at))}",
        "href": one.get_absolute_url(),
        "hint": f"With {one.supervisor}, {one.minutes} minutes",
        "status": {"text": "Sign", "colour": "blue"} if sign else status,
    }


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
        return [one for one in self._away if not _is_held(one)]

    @property
    def covered(self) -> list[Away]:
        return [one for one in self._away if _is_held(one)]

    @property
    def may_cover(self) -> bool:
        return self.viewer.may(Power.APPROVE)

    @cached_property
    def may_arrange(self) -> set[int]:
        """Whose being away the viewer may look after."""
        if not self._away or not self.may_cover:
            return set()
        theirs = with_oneself(self.viewer, local_date(self.at))
        return set(theirs.filter(pk__in=[one.worker_id for one in self._away]).values_list("pk", flat=True))


def _is_held(away: Away) -> bool:
    return away.covered_by is not None and may_hold_supervision(away.covered_by)


@dataclass
class AgreementPage:
    """One agreement, and when they met under it."""

    agreement: Agreement
    viewer: Viewer
    at: datetime

    @property
    def facts(self) -> list[dict[str, str]]:
        one, on = self.agreement, local_date(self.at)
        since, rhythm = newly_qualified_since(one.worker, on), rhythm_of(one.worker, one.profession, on)
        rows = [
            ("Supervisor", one.supervisor.name),
            ("Newly qualified since", long_date(since) if since else ""),
            ("How often", f"Every {rhythm.version_at(on)}"),
            ("Where that is written", rhythm.version_at(on).source),
            ("From", long_date(one.starts_on)),
            ("To", long_date(one.ends_on) if one.ends_on else ""),
            ("Recorded", f"{one.recorded_by}, {long_date(local_date(one.recorded_at))}"),
        ]
        return [{"key": key, "value": value} for key, value in rows if value]

    @cached_property
    def items(self) -> list[dict[str, Any]]:
        return [_item(one) for one in supervised(self.viewer, self.agreement.worker)]

    @property
    def may_lead(self) -> bool:
        return self.viewer.may(Power.LEAD)


@dataclass(frozen=True)
class TeamQuality:
    team: str
    spread: rules.Spread
    parts: int
    no_progress: int
    fewest: int

    @property
    def cells(self) -> list[Any]:
        one = self.spread
        hidden = f"Fewer than {self.fewest} read"
        figures = (
            [hidden, ""] if one.middle is None else [f"{one.middle:g}", f"{one.lower:g} to {one.upper:g}"]
        )
        silent = (
            f"{self.no_progress} of {self.parts}"
            if self.parts >= self.fewest
            else f"Fewer than {self.fewest}"
        )
        return [self.team, str(one.count), *figures, silent]


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
        found = Sample.objects.filter(supervision__in=seen(self.viewer, Supervision), at__gte=since)
        marks: dict[str, list[float]] = defaultdict(list)
        for name, overall in found.annotate(team=team.order_by("pk").values("team__name")[:1]).values_list(
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
        found = self.viewer.see(ChildPart).standing().filter(entry__happened_at__gte=since)
        counted = found.annotate(team=held.values("team__name")[:1]).values("team")
        counted = counted.annotate(parts=Count("pk"), silent=Count("pk", filter=Q(progress="")))
        return {row["team"] or "No team": (row["parts"], row["silent"]) for row in counted.order_by()}

    @cached_property
    def to_read(self) -> list[dict[str, Any]]:
        """Supervisions with a child's part that nobody has read, in an order drawn anew each day."""
        if not self.viewer.may(Power.PLAN_AUDITS):
            return []
        since = self.at - LOOKED_BACK
        read, mine = Sample.objects.filter(supervision=OuterRef("pk")), self.viewer.worker
        part = self.viewer.see(ChildPart).standing().filter(supervision=OuterRef("pk"))
        found = seen(self.viewer, Supervision).filter(~Exists(read), Exists(part), held_at__gte=since)
        found = found.filter(struck_out_at=None)
        if mine:
            found = found.exclude(supervisor=mine).exclude(worker=mine)
        drawn = sorted(found.values_list("pk", flat=True), key=lambda pk: _drawn(pk, self.at))[:TO_READ]
        rows = found.filter(pk__in=drawn).select_related("worker", "supervisor", "team")
        return [_item(one) for one in sorted(rows, key=lambda one: drawn.index(one.pk))]


def _drawn(pk: int, at: datetime) -> int:
    """The same for everybody on one day, and no order anybody can choose."""
    return crc32(f"{local_date(at)}:{pk}".encode())
