"""What the pages of assessments show, in a reader's order. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.risk import informing, rules, slots
from kittiwake.practice.risk.models import (
    ContextAssessment,
    PresentingRisk,
    RiskAssessment,
    RiskAssessmentQuerySet,
    RiskMovement,
    SecondMark,
)
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.models import BlindMark, BlindMarkQuerySet
from kittiwake.primitives.instruments.rules import pointed_to
from kittiwake.primitives.instruments.showing import Explained
from kittiwake.primitives.oversight.showing import ReviewPage
from kittiwake.queries.kept import kept
from kittiwake.record.models import Child, Entry
from kittiwake.ui.components import Status, TextLink
from kittiwake.ui.dates import long_date, short_date

COLOURS = ["grey", "yellow", "orange", "red"]
MOST_POINTS = 12  # of the line that is drawn
LEFT, RIGHT, TOP, BOTTOM = 150, 430, 20, 170  # of the drawing, in its own units


def seen(viewer: Viewer) -> RiskAssessmentQuerySet:
    return viewer.see(RiskAssessment).standing()


def waiting_mark(viewer: Viewer, child: Child) -> BlindMark | None:
    """The second mark this person was asked for and has not made: until then the first is kept from them."""
    return next(iter(_first_waiting(viewer, child)), None)


@kept
def _first_waiting(viewer: Viewer, child: Child) -> QuerySet[BlindMark]:
    return waiting_marks(viewer).filter(child=child).order_by("pk")[:1]


def waiting_marks(viewer: Viewer) -> BlindMarkQuerySet:
    return viewer.see(BlindMark).waiting(viewer.user, "risk.assessment")


def tag_of(bands: list[str], key: str, title: str) -> Status:
    """Low to high over however many bands: the top one is always red."""
    return Status(title, COLOURS[bands.index(key) - len(bands)])


def judged_tag(assessment: RiskAssessment | ContextAssessment) -> Status:
    bands = [band.key for band in assessment.completion.file.bands]
    return tag_of(bands, assessment.judged, assessment.judged_title)


@dataclass
class AssessmentPage:
    assessment: RiskAssessment
    viewer: Viewer

    @cached_property
    def explained(self) -> Explained:
        return Explained(self.assessment.completion)

    @property
    def judged(self) -> Status:
        return judged_tag(self.assessment)

    @property
    def response(self) -> str:
        return self.assessment.completion.file.band(self.assessment.judged).response

    @property
    def written(self) -> list[tuple[str, str]]:
        assessment = self.assessment
        parts = [
            (f"What {assessment.child.first_name} says", assessment.child_view),
            ("What they have been through", assessment.past),
            ("What has changed", assessment.changed),
            ("What it means", assessment.analysis),
        ]
        return [(title, text) for title, text in parts if text]

    @property
    def links(self) -> list[TextLink]:
        """What is done because of it."""
        child, because = self.assessment.child_id, f"?because_of={self.assessment.pk}"
        links = self.viewer.links(slots.BECAUSE_OF_ASSESSMENT)
        return [TextLink(link.text, link.address(child) + because) for link in links]

    @property
    def reasons(self) -> list[Entry]:
        return informing.reasons(self.viewer, self.assessment.entry)

    @cached_property
    def reviews(self) -> list[ReviewPage]:
        return ReviewPage.of(self.assessment.entry, self.viewer)

    @property
    def waits_for_a_manager(self) -> bool:
        return bool(self.reviews) and not any(review.at == "accept" for review in self.reviews)

    @cached_property
    def moved(self) -> list[tuple[PresentingRisk, str]]:
        """What it did to the risks: opened, raised, lowered, closed."""
        rows = self.viewer.see(RiskMovement).filter(because_of=self.assessment.entry)
        rows = rows.select_related("risk__entry").prefetch_related("risk__movements").order_by("pk")
        closed = self.viewer.see(PresentingRisk).filter(closed_because_of=self.assessment.entry)
        over = [(risk, "No longer stands") for risk in closed.select_related("entry")]
        return [*((row.risk, self._said(row)) for row in rows), *over]

    @staticmethod
    def _said(row: RiskMovement) -> str:
        earlier = [movement for movement in row.risk.movements.all() if movement.pk < row.pk]
        before = max(earlier, key=lambda movement: movement.pk).level if earlier else None
        return f"{rules.movement(before, row.level)} {row.get_level_display().lower()}"

    @cached_property
    def second(self) -> SecondMark | None:
        return (
            SecondMark.objects.filter(assessment=self.assessment)
            .select_related("marker", "completion")
            .first()
        )

    @property
    def second_judged(self) -> str:
        assert self.second is not None
        return self.assessment.completion.file.band(self.second.judged).title

    @property
    def stands(self) -> bool:
        return not self.assessment.entry.is_struck_out

    @property
    def may_record(self) -> bool:
        return self.stands and self.viewer.may(Power.RECORD)

    @property
    def may_ask_again(self) -> bool:
        return self.may_record and self.second is None

    @property
    def may_strike_out(self) -> bool:
        return self.stands and self.viewer.may(Power.RECORD)


def suggested(assessment: RiskAssessment, viewer: Viewer) -> tuple[list[rules.Suggestion], dict[str, str]]:
    """What is to be settled about the risks, and what was written about each question. By the version in use, in which
    every answer has a level of its own."""
    answers = list(assessment.completion.answers.all())
    chosen = {answer.question: answer.value for answer in answers if answer.value}
    says = pointed_to(library.latest(assessment.completion.instrument), chosen)
    evidence = {
        answer.question.removesuffix("_evidence"): answer.said for answer in answers if not answer.value
    }
    standing = viewer.see(PresentingRisk).standing().filter(child=assessment.child)
    return rules.suggestions(says, {risk.domain: risk.level for risk in standing}), evidence


@dataclass
class AssessmentsPage:
    """How a child's risk was scored and judged over time: drawn, and as a table."""

    child: Child
    viewer: Viewer

    @cached_property
    def all(self) -> list[RiskAssessment]:
        assessments = seen(self.viewer).filter(child=self.child).select_related("entry__by", "completion")
        return list(assessments.order_by("-entry__happened_at", "-pk"))

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD)

    @property
    def may_compare(self) -> bool:
        return self.viewer.may(Power.OPEN_FIGURES)

    @property
    def rows(self) -> list[list[Any]]:
        return [
            [
                {"text": short_date(assessment.entry.happened_at), "href": assessment.get_absolute_url()},
                assessment.get_purpose_display(),
                {"text": "", "tag": vars(judged_tag(assessment))},
                f"{assessment.completion.total} of {assessment.completion.most}: {assessment.scored_title.lower()}",
                assessment.get_differs_display() or "As the score",
            ]
            for assessment in self.all
        ]

    columns = [{"text": text} for text in ("When", "What", "Judged", "Score", "Judgement beside the score")]

    @cached_property
    def drawn(self) -> Movement | None:
        full = [assessment for assessment in reversed(self.all) if assessment.purpose == "assessment"][
            -MOST_POINTS:
        ]
        return Movement(full) if len(full) > 1 else None


@dataclass
class Movement:
    """The judgement at each full assessment as a line, and the score's band as dots where it differs."""

    of: list[RiskAssessment]

    @cached_property
    def bands(self) -> list[tuple[str, str]]:
        return [(band.key, band.title) for band in library.latest(rules.FULL_ASSESSMENT).bands]

    def _height(self, key: str) -> float:
        place = [band for band, _ in self.bands].index(key)
        return BOTTOM - place * (BOTTOM - TOP) / (len(self.bands) - 1)

    def _across(self, place: int) -> float:
        return LEFT + place * (RIGHT - LEFT) / (len(self.of) - 1)

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [
            {"y": self._height(key), "text_y": self._height(key) + 5, "title": title}
            for key, title in self.bands
        ]

    @property
    def points(self) -> list[dict[str, Any]]:
        return [
            {
                "x": round(self._across(place), 1),
                "y": self._height(assessment.judged),
                "scored_y": self._height(assessment.scored) if assessment.differs else None,
                "when": short_date(assessment.entry.happened_at),
                "is_end": place in (0, len(self.of) - 1),
            }
            for place, assessment in enumerate(self.of)
        ]

    @property
    def path(self) -> str:
        return " ".join(f"{point['x']},{point['y']}" for point in self.points)

    @property
    def words(self) -> str:
        """The picture in a sentence."""
        first, last = self.of[0], self.of[-1]
        return (
            f"Judged {first.judged_title.lower()} on {long_date(first.entry.happened_at)} and "
            f"{last.judged_title.lower()} on {long_date(last.entry.happened_at)}."
        )
