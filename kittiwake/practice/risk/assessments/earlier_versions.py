"""Assessments made with an earlier version of the questionnaire, beside what the version in use says of the same answers.

They stay as they were written. Where the version in use would not let the level be as low, a person looks again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.practice.risk import rules
from kittiwake.practice.risk.assessments.showing import judged_tag, seen, waiting_marks
from kittiwake.practice.risk.models import RiskAssessment, RiskAssessmentQuerySet
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.models import Answer
from kittiwake.primitives.instruments.questionnaire import Band, Choice, Question
from kittiwake.primitives.instruments.rules import said_to
from kittiwake.ui.dates import short_date


def newest_of_earlier_versions(assessments: RiskAssessmentQuerySet) -> RiskAssessmentQuerySet:
    """Full assessments that stand, that no other follows, and that were made before the version in use."""
    followed = RiskAssessment.objects.filter(previous=OuterRef("pk"), is_counted=True)
    latest = library.latest(rules.FULL_ASSESSMENT).version
    return assessments.standing().full().filter(~Exists(followed), completion__version__lt=latest)


def judged_too_low(assessments: RiskAssessmentQuerySet) -> RiskAssessmentQuerySet:
    """Of those, where an answer now demands a higher band than was judged."""
    bands = [band.key for band in library.latest(rules.FULL_ASSESSMENT).bands]
    wanted = Q()
    for place in range(1, len(bands)):
        demanding = Answer.objects.filter(_demanding(set(bands[place:])), completion=OuterRef("completion"))
        wanted |= Q(Exists(demanding), judged__in=bands[:place])
    return newest_of_earlier_versions(assessments).filter(wanted)


def _demanding(bands: set[str]) -> Q:
    return Q(
        *[Q(question=question.key, value=choice.key) for question, choice in _answers_with(bands)],
        _connector=Q.OR,
    )


def _answers_with(bands: set[str]) -> Iterator[tuple[Question, Choice]]:
    for question in library.latest(rules.FULL_ASSESSMENT).questions.values():
        yield from ((question, choice) for choice in question.choices if choice.floor in bands)


def what_now_demands_more(assessment: RiskAssessment) -> list[tuple[str, Band]]:
    """(what was answered, the lowest band it allows now), the highest first."""
    latest = library.latest(rules.FULL_ASSESSMENT)
    if assessment.purpose != "assessment" or assessment.completion.version >= latest.version:
        return []
    judged = latest.height(assessment.judged)
    floors = {
        (question.key, choice.key): latest.band(choice.floor)
        for question, choice in _answers_with({band.key for band in latest.bands[judged + 1 :]})
    }
    given = sorted(assessment.completion.answers.all(), key=lambda answer: answer.position)
    demands = [
        (said_to(answer.wording, answer.said), floors[answer.question, answer.value])
        for answer in given
        if (answer.question, answer.value) in floors
    ]
    return sorted(demands, key=lambda demand: -latest.height(demand[1].key))


@dataclass
class EarlierPage:
    """Of the children this person may see: what is to be looked at again, and what else an earlier version rated."""

    viewer: Viewer

    @cached_property
    def _all(self) -> list[RiskAssessment]:
        assessments = newest_of_earlier_versions(seen(self.viewer))
        assessments = assessments.exclude(child__in=waiting_marks(self.viewer).values("child"))
        assessments = assessments.select_related("entry", "child", "completion").prefetch_related(
            "completion__answers"
        )
        return list(assessments.order_by("entry__happened_at", "pk"))

    @cached_property
    def to_look_at(self) -> list[LookAgain]:
        return [again for assessment in self._all if (again := LookAgain(assessment)).reasons]

    @property
    def child_ids(self) -> list[int]:
        return [assessment.child_id for assessment in self._all]

    columns = [{"text": text} for text in ("Child", "When", "Judged", "The answers gave")]

    @property
    def others(self) -> list[list[Any]]:
        again = {look.assessment.pk for look in self.to_look_at}
        return [
            [
                {"text": assessment.child.name, "href": assessment.get_absolute_url()},
                short_date(assessment.entry.happened_at),
                {"text": "", "tag": vars(judged_tag(assessment))},
                f"{assessment.scored_title}, by version {assessment.completion.version}",
            ]
            for assessment in self._all
            if assessment.pk not in again
        ]


@dataclass
class LookAgain:
    """An assessment of an earlier version, and why it is to be looked at again. Nothing to say where there is no reason."""

    assessment: RiskAssessment

    @cached_property
    def reasons(self) -> list[str]:
        demands = what_now_demands_more(self.assessment)
        return [f"{said}. Now at least {band.title.lower()}." for said, band in demands]
