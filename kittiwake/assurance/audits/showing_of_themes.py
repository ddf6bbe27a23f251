"""One theme: what was found, who needs to learn of it, who came to a course, and whether it showed. Reads only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, NamedTuple

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits import comparing, finding, settings
from kittiwake.assurance.audits.models import ActionTheme, AuditAction, Theme
from kittiwake.assurance.audits.showing import action_items
from kittiwake.assurance.audits.showing_of_programmes import columns
from kittiwake.assurance.workforce import visibility
from kittiwake.assurance.workforce.models import Course, Place
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date

YEAR = timedelta(days=365)
SHOWN = 50  # actions, newest first


class Found(NamedTuple):
    """An action of this theme, in an audit of somebody's work."""

    action_id: int
    audit_id: int
    child_id: int
    worker_id: int | None
    worker: str | None
    on: date


@dataclass
class ThemePage:
    theme: Theme
    viewer: Viewer
    at: datetime
    columns = columns("Whose work", "Found in the last year#", "Last", "Training")

    @cached_property
    def today(self) -> date:
        return local_date(self.at)

    @cached_property
    def found(self) -> list[Found]:
        tagged = self.viewer.see(ActionTheme).filter(
            theme=self.theme, action__in=finding.actions(self.viewer)
        )
        rows = tagged.values_list(
            "action_id", "action__audit_id", "action__child_id", "action__audit__worker_id",
            "action__audit__worker__name", "action__audit__entry__happened_at",
        )  # fmt: skip
        made = [Found(*row[:-1], local_date(row[-1])) for row in rows]
        return sorted(made, key=lambda one: (one.on, one.action_id), reverse=True)

    @cached_property
    def _actions(self) -> list[AuditAction]:
        newest = [one.action_id for one in self.found[:SHOWN]]
        found = finding.actions(self.viewer).filter(pk__in=newest).select_related("owner", "child")
        return sorted(found, key=lambda one: newest.index(one.pk))

    @property
    def actions(self) -> list[dict[str, Any]]:
        return action_items(self._actions, self.at, named=True)

    @property
    def child_ids(self) -> set[int]:
        return {one.child_id for one in self.found}

    @cached_property
    def may_see_training(self) -> bool:
        """Who came to what is only for those who answer for them."""
        return self.viewer.may(Power.SEE_WORKFORCE)

    @cached_property
    def courses(self) -> list[Course]:
        return list(Course.objects.filter(themes__theme=self.theme).order_by("-held_on", "-pk"))

    @cached_property
    def came(self) -> dict[int, list[date]]:
        """{worker: the days they came to one of its courses}, of those the viewer answers for."""
        if not self.may_see_training:
            return {}
        places = visibility.seen(Place, self.viewer.user).filter(
            course__in=self.courses, came_on__isnull=False
        )
        found: dict[int, list[date]] = defaultdict(list)
        for worker_id, day in places.order_by("came_on").values_list("worker_id", "came_on"):
            if day is not None:
                found[worker_id].append(day)
        return dict(found)

    @cached_property
    def _answered_for(self) -> set[int]:
        """Themselves and whom they answer for: of others nobody here learns who came to what."""
        return set(visibility.workers(self.viewer.user).values_list("pk", flat=True))

    @cached_property
    def needs(self) -> list[list[str]]:
        """Whose work it was found in this last year, most often first; who has come since stands last."""
        by_worker: dict[tuple[Any, str], list[date]] = defaultdict(list)
        for one in self.found:
            if one.worker_id in self._answered_for and one.worker and one.on > self.today - YEAR:
                by_worker[one.worker_id, one.worker].append(one.on)
        rows = [(*self._training(pk, max(days)), name, days) for (pk, name), days in by_worker.items()]
        rows.sort(key=lambda row: (row[0], -len(row[3]), row[2]))
        return [[name, str(len(days)), long_date(max(days)), said] for _, said, name, days in rows]

    def _training(self, worker_id: int, last_found: date) -> tuple[bool, str]:
        """(whether they have come since it was last found, in words)."""
        days = self.came.get(worker_id, [])
        if any(day >= last_found for day in days):
            return True, f"Came on {long_date(max(days))}"
        if days:
            return False, f"Needs it: found again since they came on {long_date(max(days))}"
        return False, "Needs it: has not come yet" if self.courses else "Needs it: no course is named yet"

    @property
    def showed(self) -> str:
        """Audits of the work of those who came: the year before they first came beside the year since."""
        first = {worker_id: min(days) for worker_id, days in self.came.items()}
        audits = (
            finding.audits(self.viewer)
            .filter(worker__in=first)
            .values_list("pk", "worker_id", "entry__happened_at")
        )
        with_theme, since, before = {one.audit_id for one in self.found}, [], []
        for pk, worker_id, happened_at in audits:
            apart = local_date(happened_at) - first[worker_id]
            if timedelta(0) < apart <= YEAR:
                since.append((worker_id, pk in with_theme))
            elif -YEAR <= apart < timedelta(0):
                before.append((worker_id, pk in with_theme))
        return comparing.since_they_came(
            comparing.by_person(since, before), fewest=settings.fewest_compared(self.today)
        )

    @property
    def may_plan(self) -> bool:
        return self.viewer.may(Power.PLAN_AUDITS)
