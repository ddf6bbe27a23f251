"""The self-evaluation as it stands: each claim beside the figure it rests on, and where the two disagree. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection.figures import PATIENCE, Live, in_words, of_key
from kittiwake.assurance.inspection.models import Claim, SelfEvaluation
from kittiwake.assurance.inspection.self_evaluation import rules
from kittiwake.assurance.inspection.self_evaluation.queries import standing
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Cell, TextLink, columns
from kittiwake.ui.dates import long_date, short_date

SAYS = dict(rules.SAYS)


@dataclass(frozen=True)
class Beside:
    """One claim with its figure, as the viewer may see it."""

    claim: Claim
    figure: TextLink | str
    now: str
    before: str
    benchmark: str
    disagreement: str

    @property
    def says(self) -> str:
        return SAYS[self.claim.says] if self.claim.says != rules.PLAIN else ""


@dataclass
class EvaluationPage:
    evaluation: SelfEvaluation | None
    viewer: Viewer
    at: datetime
    patience: float | None = PATIENCE
    version_columns = columns("Version", "Begun", "Approved")

    @cached_property
    def claims(self) -> list[Claim]:
        return standing(self.evaluation) if self.evaluation else []

    @cached_property
    def live(self) -> Live:
        keys = [claim.measure for claim in self.claims if claim.measure]
        return Live(self.viewer, local_date(self.at), keys, patience=self.patience)

    @property
    def sections(self) -> list[tuple[str, list[Beside]]]:
        return [
            (title, [self._beside(claim) for claim in self.claims if claim.question == question])
            for question, title in rules.QUESTIONS
        ]

    def _beside(self, claim: Claim) -> Beside:
        measure = of_key(claim.measure)
        if measure is None or measure not in self.live.measures:
            words = f"{claim.measure} is not counted here any more" if claim.measure else ""
            return Beside(claim, "", words, "", "", "")
        now, before = self.live.now(measure.key), self.live.before(measure.key)
        is_counted = now is not None and before is not None
        return Beside(
            claim,
            self.live.link(measure.key),
            self.live.said(measure.key),
            in_words(measure, before) if before else "",
            str(measure.benchmark or ""),
            rules.disagreement(claim.says, measure, now, before) if is_counted else "",
        )

    @property
    def disagreements(self) -> int:
        return sum(bool(each.disagreement) for _, section in self.sections for each in section)

    @property
    def is_draft(self) -> bool:
        return self.evaluation is not None and self.evaluation.approved_at is None

    @property
    def may_write(self) -> bool:
        return self.is_draft and self.viewer.may(Power.RECORD_INSPECTIONS)

    @property
    def may_begin(self) -> bool:
        return not self.is_draft and self.viewer.may(Power.RECORD_INSPECTIONS)

    @property
    def may_approve(self) -> bool:
        return self.is_draft and bool(self.claims) and self.viewer.may(Power.PUBLISH)

    @property
    def versions(self) -> list[list[Cell]]:
        rows = SelfEvaluation.objects.select_related("begun_by", "approved_by").order_by("-number")
        return [
            [
                TextLink(
                    f"Version {row.number}", reverse("inspection:self_evaluation_version", args=[row.pk])
                ),
                f"{row.begun_by}, {short_date(row.begun_at)}",
                f"{row.approved_by}, {short_date(row.approved_at)}" if row.approved_at else "DRAFT",
            ]
            for row in rows
        ]

    @property
    def state(self) -> str:
        row = self.evaluation
        if row is None or row.approved_at is None:
            return ""
        return f"Version {row.number}, approved by {row.approved_by}, {long_date(row.approved_at)}."


@dataclass
class ClaimPage:
    """What was written in one place of the paper, the newest first."""

    claim: Claim
    columns = columns("When", "By", "As it was written")

    @property
    def rows(self) -> list[list[str]]:
        rows = Claim.objects.filter(evaluation=self.claim.evaluation_id, place=self.claim.place)
        return [
            [short_date(row.at), str(row.by), f"{'Taken out: ' if row.is_out else ''}{row.words}"]
            for row in rows.select_related("by").order_by("-number")
        ]
