"""What the page of consistency between teams shows: of those teams whose work the reader may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.areas.area import declared
from kittiwake.insight.consistency.rules import ENOUGH, Share, Verdict, verdict
from kittiwake.insight.results import team_names
from kittiwake.insight.rules import Figure
from kittiwake.insight.showing import Figures, Period
from kittiwake.insight.words import rests_on, said
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.consistency import Consistency, Topic
from kittiwake.primitives.measures.definition import Measure
from kittiwake.time.moments import MONTHS, ONE_DAY, add_months
from kittiwake.ui.components import Column

QUARTERS, MONTHS_OF_QUARTER = 4, 3
IN_A_WORD: dict[Verdict, str] = {
    "": "Too few to say",
    "alike": "No more than chance",
    "perhaps": "Perhaps apart",
    "apart": "Apart",
}


def quarters(today: date) -> list[Period]:
    """The last four that are over, the oldest first."""
    this = date(today.year, (today.month - 1) // MONTHS_OF_QUARTER * MONTHS_OF_QUARTER + 1, 1)
    firsts = [add_months(this, -MONTHS_OF_QUARTER * back) for back in range(QUARTERS, 0, -1)]
    return [Period(first, add_months(first, MONTHS_OF_QUARTER) - ONE_DAY) for first in firsts]


def quarter_in_words(quarter: Period) -> str:
    """Jul to Sep 2026"""
    first, last = (MONTHS[day.month - 1][:3] for day in (quarter.first, quarter.last))
    return f"{first} to {last} {quarter.last.year}"


@dataclass(frozen=True)
class Question:
    """What may be learned from the team that does best, where teams lie apart: asked, and not claimed."""

    title: str
    asked: str
    beside: str
    href: str


@dataclass(frozen=True)
class Section:
    topic: Topic
    rows: list[list[Any]]
    questions: list[Question]

    @property
    def key(self) -> str:
        return self.topic.lower()


@dataclass
class ConsistencyPage:
    """In the period of the figures, and in the quarters before its last day; for whoever sees no child in quarters alone, the
    last of which is the period."""

    figures: Figures

    @staticmethod
    def declared() -> list[Measure]:
        every, keys = catalogue.measures(), [key for part in declared(Consistency) for key in part.measures]
        return [every[key] for key in dict.fromkeys(keys)]

    def count(self) -> object:
        """All that the page shows, so that it is kept."""
        return self._now, self._then

    @cached_property
    def measures(self) -> dict[Topic, list[Measure]]:
        """Those that areas declare and the reader may see."""
        every, topics = catalogue.measures(), declared(Consistency)
        keys = {
            topic: [key for part in topics if part.topic == topic for key in part.measures]
            for topic in get_args(Topic)
        }
        return {
            topic: [every[key] for key in sorted(some) if self.figures.shows(every[key])]
            for topic, some in keys.items()
        }

    @property
    def every(self) -> list[Measure]:
        return list(dict.fromkeys(measure for some in self.measures.values() for measure in some))

    @cached_property
    def quarters(self) -> list[Period]:
        last = self.figures.period.last
        return quarters(last + ONE_DAY if self.figures.is_protected else last)

    @cached_property
    def _now(self) -> dict[str, list[Figure]]:
        return self._by_team(self.figures.period)

    @cached_property
    def _then(self) -> list[dict[str, list[Figure]]]:
        return [self._by_team(quarter) for quarter in self.quarters]

    def _by_team(self, period: Period) -> dict[str, list[Figure]]:
        """By measure; those of teams whose figures can be shown."""
        counted = self.figures.of(self.every, ["team"], period=period)
        return {
            key: [figure for figure in figures if figure.group and figure.denominator]
            for (key, _), figures in counted.items()
        }

    @cached_property
    def names(self) -> dict[str, str]:
        return team_names()

    @property
    def teams(self) -> int:
        """Of how many teams there is anything to compare."""
        return len({figure.group for figures in self._now.values() for figure in figures})

    @property
    def nothing(self) -> str:
        """Why there is nothing to compare, where fewer than two teams are to be seen."""
        if self.teams:
            return "You may see the work of one team, and it takes two. Somebody who answers for the whole service sees more."
        return "In this year nothing has been recorded, of those whose records you may see, that these measures count."

    @property
    def columns(self) -> list[Column]:
        year = [] if self.figures.is_protected else [Column("The year to today")]
        return [Column("Measure"), *year, *map(Column, map(quarter_in_words, self.quarters))]

    @cached_property
    def sections(self) -> list[Section]:
        return [self._section(topic, some) for topic, some in self.measures.items() if some]

    def _section(self, topic: Topic, measures: Sequence[Measure]) -> Section:
        asked = [self._question(measure) for measure in measures]
        return Section(topic, [self._row(measure) for measure in measures], list(filter(None, asked)))

    def _row(self, measure: Measure) -> list[Any]:
        year = [] if self.figures.is_protected else [self._now]
        verdicts = [_verdict(counted[measure.key]) for counted in (*year, *self._then)]
        return [{"text": measure.title, "href": self._href(measure)}, *(IN_A_WORD[each] for each in verdicts)]

    def _href(self, measure: Measure) -> str:
        return f"{reverse('insight:measure', args=[measure.key])}?{self.figures.period.query}"

    def _question(self, measure: Measure) -> Question | None:
        teams = self._now[measure.key]
        if _verdict(teams) not in ("perhaps", "apart"):
            return None
        best = _best(measure, [team for team in teams if (team.denominator or 0) >= ENOUGH])
        numerator, denominator = (
            sum(getattr(team, name) for team in teams) for name in ("numerator", "denominator")
        )
        together = Figure(None, numerator, denominator, numerator / denominator)
        beside = f"{said(measure, best)}, {rests_on(measure, best)}; all these teams together {said(measure, together)}."
        asked = f"What does {self.names[best.group or '']} do that others could learn from?"
        return Question(measure.title, asked, beside, self._href(measure))


def _verdict(teams: Sequence[Figure]) -> Verdict:
    return verdict([Share(team.numerator or 0, team.denominator or 0) for team in teams])


def _best(measure: Measure, teams: Sequence[Figure]) -> Figure:
    sign = 1 if measure.direction == "up" else -1
    return max(teams, key=lambda team: sign * (team.value or 0.0))
