"""One page of a report: a theme, its figures with their months and teams, what was heard, and what is done. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.areas.powers import Power
from kittiwake.assurance.performance import drawing
from kittiwake.assurance.performance.models import PlannedAction, ReportFigure, ReportTheme
from kittiwake.assurance.performance.reports.showing import NOT_WRITTEN, ReportShown
from kittiwake.assurance.performance.rules import FEW_CASES
from kittiwake.assurance.performance.words import STATISTICS
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Cell, Status, TextLink, columns
from kittiwake.ui.dates import counted, short_date

FIGURE_COLUMNS = columns("What we count", "Figure#", "Rests on#", "In the report before#")
ACTION_COLUMNS = columns("What we do", "Who", "By", "How it stands")


@dataclass
class MeasureShown:
    """One figure of a theme's page, with its months and its teams."""

    key: str
    shown: ReportShown

    @property
    def row(self) -> ReportFigure | None:
        return self.shown.whole(self.key)

    @property
    def words(self) -> dict[str, str]:
        kept: dict[str, str] = self.shown.definitions[self.key].definition
        return kept

    @property
    def said(self) -> str:
        return drawing.in_words(self.row) if self.row else "No cases"

    @property
    def is_hidden(self) -> bool:
        return bool(self.row and self.row.is_hidden)

    @property
    def rests_on(self) -> str:
        return self.row.rests_on if self.row and not self.row.is_hidden else ""

    @property
    def before(self) -> str:
        earlier = self.shown.figures_before.get(self.key)
        return drawing.in_words(earlier) if earlier else ""

    @property
    def line(self) -> list[Cell]:
        return [
            TextLink(self.words["title"], f"#{self.key}"),
            self.said,
            self.rests_on,
            self.before or "Not in it",
        ]

    @cached_property
    def months(self) -> drawing.Drawn:
        return drawing.over_time(self.key, self.shown.figures.get((self.key, "month"), []))

    @cached_property
    def teams(self) -> drawing.Drawn:
        return drawing.between_teams(self.key, self.shown.figures.get((self.key, "team"), []))

    @property
    def limits(self) -> list[str]:
        return [f"{title}: {limit}" for title, limit in self.shown.definitions[self.key].limits.items()]

    @property
    def months_id(self) -> str:
        return f"{self.key}-months"

    @property
    def teams_id(self) -> str:
        return f"{self.key}-teams"

    @property
    def address(self) -> str:
        return reverse("performance:figure", args=[self.shown.report.pk, self.key])

    @property
    def is_of_few(self) -> bool:
        row = self.row
        return bool(row and row.denominator is not None and row.denominator < FEW_CASES)


@dataclass
class ThemePage:
    shown: ReportShown
    theme: dict[str, Any]

    figure_columns = FIGURE_COLUMNS
    action_columns = ACTION_COLUMNS

    @property
    def page(self) -> ReportTheme | None:
        return self.shown.pages.get(self.theme["key"])

    def _measures(self, which: str) -> list[MeasureShown]:
        return [MeasureShown(key, self.shown) for key in self.theme[which] if key in self.shown.definitions]

    @cached_property
    def measures(self) -> list[MeasureShown]:
        return self._measures("measures")

    @cached_property
    def heard(self) -> list[MeasureShown]:
        return self._measures("heard")

    @property
    def lines(self) -> list[list[Cell]]:
        return [measure.line for measure in self.measures]

    @property
    def hides(self) -> bool:
        return any(row.is_hidden for rows in self.shown.figures.values() for row in rows)

    @property
    def sure(self) -> str:
        return self.page.get_sure_display() if self.page and self.page.sure else NOT_WRITTEN

    @property
    def basis(self) -> list[str]:
        """What everybody should know before they compare."""
        every = [*self.measures, *self.heard]
        few = sum(measure.is_of_few or measure.is_hidden for measure in every)
        words = f"{counted(few, 'figure')} of {len(every)} rest on fewer than {FEW_CASES} cases: chance moves them a lot."
        return [words] if few else []

    @property
    def actions(self) -> list[PlannedAction]:
        return [action for action in self.shown.actions if action.theme == self.theme["key"]]

    @property
    def action_rows(self) -> list[list[Cell]]:
        return [
            [action.what, action.worker.name, short_date(action.due_on), standing(action, self.shown.at)]
            for action in self.actions
        ]

    @property
    def open_actions(self) -> list[TextLink]:
        """What may still be said of them: in a draft that one is taken out, later that one is done."""
        if self.shown.may_make:
            page, words = "performance:take_out_action", "Take out"
        elif self.shown.report.is_published and self.shown.viewer.may(Power.ANSWER_MEMBERS):
            page, words = "performance:finish_action", "Say that it is done"
        else:
            return []
        return [
            TextLink(f"{words}: {action.what}", reverse(page, args=[action.pk]))
            for action in self.actions
            if getattr(action, "done", None) is None
        ]

    @property
    def ask_address(self) -> str:
        address = reverse("performance:ask", args=[self.shown.report.pk])
        return f"{address}?about={self.theme['key']}"

    @property
    def words(self) -> list[tuple[str, str]]:
        return [*((word, means) for word, means in self.theme["terms"]), *STATISTICS]

    @property
    def previous(self) -> dict[str, str] | None:
        return self._beside(-1)

    @property
    def next(self) -> dict[str, str] | None:
        return self._beside(1)

    def _beside(self, step: int) -> dict[str, str] | None:
        themes = self.shown.themes
        place = [theme["key"] for theme in themes].index(self.theme["key"]) + step
        if not 0 <= place < len(themes):
            return None
        href = reverse("performance:theme", args=[self.shown.report.pk, themes[place]["key"]])
        return {"href": href, "labelText": themes[place]["title"]}


def standing(action: PlannedAction, at: datetime) -> Status:
    done = getattr(action, "done", None)
    if done is not None:
        return Status(f"Done on {short_date(done.done_on)}", "green")
    return Status("Late", "red") if local_date(at) > action.due_on else Status("To be done", "blue")
