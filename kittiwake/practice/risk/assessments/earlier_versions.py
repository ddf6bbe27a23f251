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


def newest_of_earlier_versions(found: RiskAssessmentQuerySet) -> RiskAssessmentQuerySet:
    """Full assessments that stand, that no other follows, and that were made before the version in use."""
    followed = RiskAssessment.objects.filter(previous=OuterRef("pk"), is_counted=True)
    latest = library.latest(rules.FULL_ASSESSMENT).version
    return found.standing().full().filter(~Exists(followed), completion__version__lt=latest)


def judged_too_low(found: RiskAssessmentQuerySet) -> RiskAssessmentQuerySet:
    """Of those, where an answer now demands a higher band than was judged."""
    bands = [band.key for band in library.latest(rules.FULL_ASSESSMENT).bands]
    wanted = Q()
    for place in range(1, len(bands)):
        demanding = Answer.objects.filter(_demanding(set(bands[place:])), completion=OuterRef("completion"))
        wanted |= Q(Exists(demanding), judged__in=bands[:place])
    return newest_of_earlier_versions(found).filter(wanted)


def _demanding(bands: set[str]) -> Q:
    return Q(
        *[Q(question=one.key, value=choice.key) for one, choice in _answers_with(bands)], _connector=Q.OR
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
        (one.key, choice.key): latest.band(choice.floor)
        for one, choice in _answers_with({band.key for band in latest.bands[judged + 1 :]})
    }
    given = sorted(assessment.completion.answers.all(), key=lambda one: one.position)
    found = [
        (said_to(one.wording, one.said), floors[one.question, one.value])
        for one in given
        if (one.question, one.value) in floors
    ]
    return sorted(found, key=lambda one: -latest.height(one[1].key))


@dataclass
class EarlierPage:
    """Of the children this person may see: what is to be looked at again, and what else an earlier version rated."""

    viewer: Viewer

    @cached_property
    def _all(self) -> list[RiskAssessment]:
        found = newest_of_earlier_versions(seen(self.viewer))
        found = found.exclude(child__in=waiting_marks(self.viewer).values("child"))
        found = found.select_related("entry", "child", "completion").prefetch_related("completion__answers")
        return list(found.order_by("entry__happened_at", "pk"))

    @cached_property
    def to_look_at(self) -> list[LookAgain]:
        return [again for one in self._all if (again := LookAgain(one)).reasons]

    @property
    def child_ids(self) -> list[int]:
        return [one.child_id for one in self._all]

    columns = [{"text": text} for text in ("Child", "When", "Judged", "The answers gave")]

    @property
    def others(self) -> list[list[Any]]:
        again = {one.assessment.pk for one in self.to_look_at}
        return [
            [
                {"text": one.child.name, "href": one.get_absolute_url()},
                short_date(one.entry.happened_at),
                {"text": "", "tag": vars(judged_tag(one))},
                f"{one.scored_title}, by version {one.completion.version}",
            ]
            for one in self._all
            if one.pk not in again
        ]


@dataclass
class LookAgain:
    """An assessment of an earlier version, and why it is to be looked at again. Nothing to say where there is no reason."""

    assessment: RiskAssessment

    @cached_property
    def reasons(self) -> list[str]:
        found = what_now_demands_more(self.assessment)
        return [f"{said}. Now at least {band.title.lower()}." for said, band in found]
