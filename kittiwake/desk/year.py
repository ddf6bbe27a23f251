"""A child's last twelve months: what happened, when, in seven rows. Rows come through the viewer. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Q

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.desk.drawing_of_years import YearDrawn
from kittiwake.desk.rules_of_years import DAYS, Mark
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.risk import rules as risk
from kittiwake.practice.risk.assessments.showing import waiting_mark
from kittiwake.practice.risk.models import RiskMovement
from kittiwake.record.models import Allocation, Child, Entry, Placement
from kittiwake.record.models.homes import Residence
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import counted, duration

MISSING, LIVED, WORKERS = "Missing", "Where they lived", "Workers"
RISK, INTERVIEWS, MEETINGS, PLANS = "Risk", "Interviews", "Meetings", "Plans"
LANES = (MISSING, LIVED, RISK, INTERVIEWS, MEETINGS, PLANS, WORKERS)
OF_ENTRIES = {"return_interviews": INTERVIEWS, "meetings": MEETINGS, "plans": PLANS}


@dataclass
class Year:
    child: Child
    viewer: Viewer
    at: datetime
    episodes: list[Episode]  # of any time; read already by the page it stands on

    @property
    def until(self) -> date:
        return local_date(self.at)

    @property
    def since(self) -> date:
        return self.until - timedelta(days=DAYS)

    @cached_property
    def marks(self) -> list[Mark]:
        found = (self._missing(), self._lived(), self._risk(), self._entries(), self._workers())
        return [mark for marks in found for mark in marks if mark.touches(self.since, self.until)]

    @cached_property
    def drawn(self) -> YearDrawn:
        return YearDrawn([lane for lane in LANES if lane in self._lanes], self.marks, self.since, self.until)

    @property
    def _lanes(self) -> set[str]:
        return {mark.lane for mark in self.marks}

    def _missing(self) -> Iterator[Mark]:
        for one in self.episodes:
            ended = one.ended_at
            words = f"Missing for {duration((ended or self.at) - one.started_at)}"
            until = local_date(ended) if ended else None
            yield Mark(
                MISSING, local_date(one.started_at), until, words, one.get_absolute_url(), is_span=True
            )

    def _lived(self) -> Iterator[Mark]:
        """Placements, and addresses of those who were not placed."""
        if not self.viewer.may(Power.SEE):
            return
        lasts = self._lasts("ends_on")
        for one in self._see(Placement).filter(lasts, child=self.child).order_by("starts_on"):
            where = one.home_name or one.carer or "Placed"
            away = ", out of our area" if one.out_of_area else ""
            yield Mark(LIVED, one.starts_on, one.ends_on, f"{where}{away}", is_span=True)
        homes = self._see(Residence).filter(lasts, child=self.child, starts_on__isnull=False)
        for home in homes.select_related("address").order_by("starts_on"):
            yield Mark(LIVED, home.starts_on, home.ends_on, str(home.address), is_span=True)

    def _risk(self) -> Iterator[Mark]:
        """Each judgement of each risk. Not for somebody who is asked to judge without knowing what others did."""
        if not self.viewer.may(Power.SEE) or waiting_mark(self.viewer, self.child):
            return
        moves = self._see(RiskMovement).filter(risk__child=self.child, risk__entry__struck_out_at=None)
        before: dict[int, str] = {}
        for one in moves.select_related("risk__entry").order_by("at", "pk"):
            said = risk.movement(before.get(one.risk_id), one.level)
            words = f"{one.risk}: {said.lower()} {one.get_level_display().lower()}"
            before[one.risk_id] = one.level
            height = risk.height(one.level)
            on = local_date(one.at)
            yield Mark(RISK, on, on, words, one.risk.get_absolute_url(), height=height)

    def _entries(self) -> Iterator[Mark]:
        """Interviews, meetings and plans, as the chronology has them."""
        kinds = Q(kind="return_interviews.interview") | Q(kind__startswith="meetings.")
        kinds |= Q(kind__startswith="plans.", kind__endswith="_plan")
        since = self.at - timedelta(days=DAYS)
        found = self._see(Entry).filter(kinds, child=self.child, struck_out_at=None, happened_at__gte=since)
        for one in found.order_by("happened_at", "pk"):
            area, on = OF_ENTRIES[one.kind.partition(".")[0]], local_date(one.happened_at)
            yield Mark(area, on, on, one.summary, one.get_absolute_url())

    def _workers(self) -> Iterator[Mark]:
        theirs = self._see(Allocation).filter(self._lasts("ends_on"), child=self.child, role=Allocation.LEAD)
        for one in theirs.select_related("worker", "team").order_by("starts_on", "pk"):
            who = f"{one.worker}{', cover' if one.is_cover else ''}" if one.worker else "Nobody"
            yield Mark(WORKERS, one.starts_on, one.ends_on, f"{who}, {one.team}", is_span=True)

    def _lasts(self, field: str) -> Q:
        return Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__gt": self.since})

    def _see(self, model: Any) -> Any:
        return self.viewer.see(model)

    @property
    def title(self) -> str:
        """Twelve months in one sentence, for whoever cannot see the picture."""
        times = sum(mark.lane == MISSING for mark in self.marks)
        heard = sum(mark.lane == INTERVIEWS for mark in self.marks)
        return f"The last 12 months: {counted(times, 'time')} missing, {counted(heard, 'interview')}"
