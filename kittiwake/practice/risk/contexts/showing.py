"""What the pages of places and groups show. Reads only; no child stands on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.risk import rules
from kittiwake.practice.risk.assessments.showing import judged_tag
from kittiwake.practice.risk.models import Context, ContextAssessment
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.showing import Explained
from kittiwake.ui.components import Status
from kittiwake.ui.dates import short_date


@dataclass
class ContextPage:
    context: Context
    viewer: Viewer

    @cached_property
    def assessments(self) -> list[ContextAssessment]:
        """Newest first. From what was fetched with the context, so that a list of contexts asks once."""
        return sorted(
            self.context.assessments.all(),
            key=lambda assessment: (assessment.at, assessment.pk),
            reverse=True,
        )

    @property
    def newest(self) -> ContextAssessment | None:
        return self.assessments[0] if self.assessments else None

    @property
    def judged(self) -> Status:
        return judged_tag(self.newest) if self.newest else Status("Not assessed yet", "grey")

    @property
    def is_of_an_earlier_version(self) -> bool:
        """The version in use may rate the same answers higher."""
        kind = rules.CONTEXT_INSTRUMENTS[self.context.kind]
        return self.newest is not None and self.newest.completion.version < library.latest(kind).version

    @cached_property
    def explained(self) -> Explained | None:
        return Explained(self.newest.completion) if self.newest else None

    columns = [{"text": text} for text in ("When", "Judged", "Score", "By", "Why it differs from the score")]

    @property
    def rows(self) -> list[list[Any]]:
        return [
            [
                short_date(assessment.at),
                {"text": "", "tag": vars(judged_tag(assessment))},
                f"{assessment.completion.total} of {assessment.completion.most}: {assessment.completion.band_title.lower()}",
                str(assessment.by),
                assessment.why_different or "As the score",
            ]
            for assessment in self.assessments
        ]

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD)


def contexts() -> QuerySet[Context]:
    """Every place and group, with what was found there."""
    context_assessments = ContextAssessment.objects.select_related("by", "completion")
    return Context.objects.prefetch_related(Prefetch("assessments", context_assessments)).order_by("name")
