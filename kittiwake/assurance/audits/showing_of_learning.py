"""Themes across actions, and what was learned from them. Reads only."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.audits import finding
from kittiwake.assurance.audits.models import ActionTheme, AuditAction, EventAction, LearningEvent, Theme
from kittiwake.assurance.audits.population import NO_TEAM
from kittiwake.assurance.audits.showing import action_items
from kittiwake.assurance.audits.showing_of_programmes import columns
from kittiwake.ui.dates import long_date

RECENT = 20  # learning events shown, newest first


@dataclass
class ThemesPage:
    """How often each theme comes back, by team: the same theme again in one team is practice that has not moved."""

    viewer: Viewer
    columns = columns("Theme", "Actions#", "Still open#", "Most often", "Last learned from")

    @cached_property
    def _tagged(self) -> list[tuple[int, int, str, bool]]:
        """(theme, child, team, open) of every action that stands."""
        found = self.viewer.see(ActionTheme).filter(action__in=finding.actions(self.viewer))
        rows = found.values_list(
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
    def rows(self) -> list[list[Any]]:
        by_theme: dict[int, list[tuple[str, bool]]] = defaultdict(list)
        for theme, _, team, is_open in self._tagged:
            by_theme[theme].append((team, is_open))
        return [self._row(theme, by_theme[theme.pk]) for theme in Theme.objects.all()]

    def _row(self, theme: Theme, actions: list[tuple[str, bool]]) -> list[Any]:
        teams = Counter(team for team, _ in actions).most_common(1)
        learned = [one.held_on for one in self.events if theme.pk in {of.theme_id for of in one.themes.all()}]
        return [
            {"text": theme.name, "href": theme.get_absolute_url()},
            str(len(actions)),
            str(sum(is_open for _, is_open in actions)),
            f"{teams[0][0]}, {teams[0][1]} times" if teams and teams[0][1] > 1 else "–",
            long_date(max(learned)) if learned else "Never",
        ]


@dataclass
class EventPage:
    event: LearningEvent
    viewer: Viewer
    at: datetime

    @property
    def came(self) -> list[str]:
        return [str(one.worker) for one in self.event.came.select_related("worker").order_by("worker__name")]

    @property
    def themes(self) -> list[str]:
        return [str(one.theme) for one in self.event.themes.select_related("theme").order_by("theme__name")]

    @cached_property
    def _actions(self) -> list[AuditAction]:
        about = self.viewer.see(EventAction).filter(event=self.event).values("action_id")
        found = finding.actions(self.viewer).filter(pk__in=about).select_related("owner", "child")
        return list(found.order_by("-entry__happened_at", "-pk")[:50])

    @property
    def child_ids(self) -> list[int]:
        return [one.child_id for one in self._actions]

    @property
    def actions(self) -> list[dict[str, Any]]:
        return action_items(self._actions, self.at, named=True)
