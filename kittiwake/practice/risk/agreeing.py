"""How far the score, the judgement and a second mark say the same. Reads only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.practice.risk.models import RiskAssessment
from kittiwake.practice.risk.showing_of_assessments import seen
from kittiwake.primitives.instruments.agreeing import Pair, agreement, weighted_kappa
from kittiwake.record.models import Allocation

ALL, NO_TEAM = "All teams", "No team"
FEWEST = 10  # pairs of marks: kappa of fewer says nothing


@dataclass
class Agreements:
    """By the team that held the child on the day: where teams judge apart from the score, or from each other."""

    viewer: Viewer
    columns = [
        {"text": text, "is_number": number > 0}
        for number, text in enumerate(
            [
                "Team",
                "Assessments",
                "Score and judgement the same",
                "Kappa",
                "Second marks",
                "Same judgement",
                "Kappa",
            ]
        )
    ]

    @cached_property
    def assessments(self) -> list[RiskAssessment]:
        found = seen(self.viewer).full().select_related("entry", "completion", "second_mark__completion")
        return list(found)

    @property
    def child_ids(self) -> list[int]:
        return [one.child_id for one in self.assessments]

    @cached_property
    def _teams(self) -> dict[int, str]:
        leads = Allocation.objects.filter(role=Allocation.LEAD, child_id__in=self.child_ids).select_related(
            "team"
        )
        held = list(leads)
        return {one.pk: self._team(one, held) for one in self.assessments}

    @staticmethod
    def _team(one: RiskAssessment, held: list[Allocation]) -> str:
        on = one.entry.happened_at.date()
        for lead in held:
            if (
                lead.child_id == one.child_id
                and lead.starts_on <= on
                and not (lead.ends_on and lead.ends_on <= on)
            ):
                return lead.team.name
        return NO_TEAM

    @property
    def rows(self) -> list[list[str]]:
        teams = sorted(set(self._teams.values()))
        return [self._row(team) for team in [ALL, *teams]] if self.assessments else []

    def _row(self, team: str) -> list[str]:
        ours = [one for one in self.assessments if team in (ALL, self._teams[one.pk])]
        judged = [_pair(one, lambda one: one.scored) for one in ours]
        again = [_pair(one, lambda one: one.second_mark.judged) for one in ours if _is_marked(one)]
        return [team, str(len(judged)), *_figures(judged), str(len(again)), *_figures(again)]


def _pair(one: RiskAssessment, other: Callable[[Any], str]) -> Pair:
    height = one.completion.file.height
    return height(one.judged), height(other(one))


def _is_marked(one: RiskAssessment) -> bool:
    second = getattr(one, "second_mark", None)
    return second is not None and second.marked_at is not None


def _figures(pairs: list[Pair]) -> list[str]:
    same = agreement(pairs)
    kappa = weighted_kappa(pairs) if len(pairs) >= FEWEST else None
    return ["–" if same is None else f"{same:.0%}", "–" if kappa is None else f"{kappa:.2f}"]
