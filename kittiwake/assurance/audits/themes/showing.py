"""One theme: what was found, who needs to learn of it, who came to a course, and whether it showed. Reads only."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits import differences, settings, visibility
from kittiwake.assurance.audits.actions.showing import action_tasks
from kittiwake.assurance.audits.models import ActionTheme, AuditAction, LearningEvent, Theme
from kittiwake.assurance.audits.programmes.population import NO_TEAM
from kittiwake.assurance.workforce import visibility as of_workforce
from kittiwake.assurance.workforce.models import Course, Place
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Cell, Task, TextLink, columns
from kittiwake.ui.dates import long_date

YEAR = timedelta(days=365)
SHOWN = 50  # actions, newest first


class Finding(NamedTuple):
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
    def findings(self) -> list[Finding]:
        tagged = self.viewer.see(ActionTheme).filter(
            theme=self.theme, action__in=visibility.actions(self.viewer)
        )
        rows = tagged.values_list(
            "action_id", "action__audit_id", "action__child_id", "action__audit__worker_id",
            "action__audit__worker__name", "action__audit__entry__happened_at",
        )  # fmt: skip
        audited = [Finding(*row[:-1], local_date(row[-1])) for row in rows]
        return sorted(audited, key=lambda finding: (finding.on, finding.action_id), reverse=True)

    @cached_property
    def _actions(self) -> list[AuditAction]:
        newest = [finding.action_id for finding in self.findings[:SHOWN]]
        actions = visibility.actions(self.viewer).filter(pk__in=newest).select_related("owner", "child")
        return sorted(actions, key=lambda action: newest.index(action.pk))

    @property
    def actions(self) -> list[Task]:
        return action_tasks(self._actions, self.at, named=True)

    @property
    def child_ids(self) -> set[int]:
        return {finding.child_id for finding in self.findings}

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
        places = of_workforce.seen(Place, self.viewer.user).filter(
            course__in=self.courses, came_on__isnull=False
        )
        days_by_worker: dict[int, list[date]] = defaultdict(list)
        for worker_id, day in places.order_by("came_on").values_list("worker_id", "came_on"):
            if day is not None:
                days_by_worker[worker_id].append(day)
        return dict(days_by_worker)

    @cached_property
    def _answered_for(self) -> set[int]:
        """Themselves and whom they answer for: of others nobody here learns who came to what."""
        return set(of_workforce.workers(self.viewer.user).values_list("pk", flat=True))

    @cached_property
    def needs(self) -> list[list[str]]:
        """Whose work it was found in this last year, most often first; who has come since stands last."""
        by_worker: dict[tuple[Any, str], list[date]] = defaultdict(list)
        for finding in self.findings:
            if finding.worker_id in self._answered_for and finding.worker and finding.on > self.today - YEAR:
                by_worker[finding.worker_id, finding.worker].append(finding.on)
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
            visibility.audits(self.viewer)
            .filter(worker__in=first)
            .values_list("pk", "worker_id", "entry__happened_at")
        )
        with_theme, since, before = {finding.audit_id for finding in self.findings}, [], []
        for pk, worker_id, happened_at in audits:
            apart = local_date(happened_at) - first[worker_id]
            if timedelta(0) < apart <= YEAR:
                since.append((worker_id, pk in with_theme))
            elif -YEAR <= apart < timedelta(0):
                before.append((worker_id, pk in with_theme))
        return differences.since_they_came(
            differences.by_person(since, before), fewest=settings.fewest_compared(self.today)
        )

    @property
    def may_plan(self) -> bool:
        return self.viewer.may(Power.PLAN_AUDITS)


RECENT = 20  # learning events shown, newest first


@dataclass
class ThemesPage:
    """How often each theme comes back, by team: the same theme again in one team is practice that has not moved."""

    viewer: Viewer
    columns = columns("Theme", "Actions#", "Still open#", "Most often", "Last learned from")

    @cached_property
    def _tagged(self) -> list[tuple[int, int, str, bool]]:
        """(theme, child, team, open) of every action that stands."""
        tagged = self.viewer.see(ActionTheme).filter(action__in=visibility.actions(self.viewer))
        rows = tagged.values_list(
            "theme_id", "action__child_id", "action__audit__team__name", "action__closed_at"
        )
        return [(theme, child, team or NO_TEAM, closed is None) for theme, child, team, closed in rows]

    @property
    def child_ids(self) -> list[int]:
        return [child for _, child, _, _ in self._tagged]

    @cached_property
    def events(self) -> list[LearningEvent]:
        return list(LearningEvent.objects.prefetch_related("themes").order_by("-held_on", "-pk")[:RECENT])

    @property
    def rows(self) -> list[list[Cell]]:
        by_theme: dict[int, list[tuple[str, bool]]] = defaultdict(list)
        for theme, _, team, is_open in self._tagged:
            by_theme[theme].append((team, is_open))
        return [self._row(theme, by_theme[theme.pk]) for theme in Theme.objects.all()]

    def _row(self, theme: Theme, actions: list[tuple[str, bool]]) -> list[Cell]:
        teams = Counter(team for team, _ in actions).most_common(1)
        learned = [
            event.held_on for event in self.events if theme.pk in {of.theme_id for of in event.themes.all()}
        ]
        return [
            TextLink(theme.name, theme.get_absolute_url()),
            str(len(actions)),
            str(sum(is_open for _, is_open in actions)),
            f"{teams[0][0]}, {teams[0][1]} times" if teams and teams[0][1] > 1 else "–",
            long_date(max(learned)) if learned else "Never",
        ]
