"""How far the score, the judgement and a second mark say the same. Reads only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.practice.risk import settings
from kittiwake.practice.risk.assessments.showing import seen
from kittiwake.practice.risk.models import RiskAssessment
from kittiwake.primitives.instruments.agreement import Pair, figures
from kittiwake.record.models import Allocation
from kittiwake.time.moments import local_date

ALL, NO_TEAM = "All teams", "No team"


@dataclass
class Agreements:
    """By the team that held the child on the day: where teams judge apart from the score, or from each other."""

    viewer: Viewer
    on: date
    columns = [
        {"text": text, "is_number": number > 0}
        for number, text in enumerate(["Team", "Marks", "The same", "Between", "Weighted kappa", "Between"])
    ]

    @cached_property
    def assessments(self) -> list[RiskAssessment]:
        assessments = (
            seen(self.viewer).full().select_related("entry", "completion", "second_mark__completion")
        )
        return list(assessments)

    @cached_property
    def _fewest(self) -> int:
        return settings.fewest_pairs(self.on)

    @property
    def child_ids(self) -> list[int]:
        return [assessment.child_id for assessment in self.assessments]

    @cached_property
    def _teams(self) -> dict[int, str]:
        leads = Allocation.objects.filter(role=Allocation.LEAD, child_id__in=self.child_ids).select_related(
            "team"
        )
        held = list(leads)
        return {assessment.pk: self._team(assessment, held) for assessment in self.assessments}

    @staticmethod
    def _team(assessment: RiskAssessment, held: list[Allocation]) -> str:
        on = local_date(assessment.entry.happened_at)
        for lead in held:
            if (
                lead.child_id == assessment.child_id
                and lead.starts_on <= on
                and not (lead.ends_on and lead.ends_on <= on)
            ):
                return lead.team.name
        return NO_TEAM

    @property
    def with_score(self) -> list[list[str]]:
        """By team, how far the judgement is what the answers add up to."""
        return self._rows(self.assessments, lambda assessment: assessment.scored)

    @property
    def with_second_mark(self) -> list[list[str]]:
        """By team, how far somebody who had not seen the judgement judged the same."""
        again = [assessment for assessment in self.assessments if _is_marked(assessment)]
        return self._rows(again, lambda assessment: assessment.second_mark.judged)

    def _rows(self, of: list[RiskAssessment], other: Callable[[Any], str]) -> list[list[str]]:
        teams = sorted({self._teams[assessment.pk] for assessment in of})
        rows = []
        for team in [ALL, *teams] if of else []:
            ours = [
                _pair(assessment, other) for assessment in of if team in (ALL, self._teams[assessment.pk])
            ]
            rows.append([team, *figures(ours, fewest=self._fewest)])
        return rows


def _pair(assessment: RiskAssessment, other: Callable[[Any], str]) -> Pair:
    height = assessment.completion.file.height
    return height(assessment.judged), height(other(assessment))


def _is_marked(assessment: RiskAssessment) -> bool:
    second = getattr(assessment, "second_mark", None)
    return second is not None and second.marked_at is not None
