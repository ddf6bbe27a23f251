"""A completed questionnaire in a reader's order: the score explained, line by line. Reads only."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import cached_property

from kittiwake.primitives.instruments.models import Answer, Completion, FloorMet, Subtotal
from kittiwake.ui.components import SummaryRow


@dataclass
class Explained:
    completion: Completion

    @cached_property
    def subtotals(self) -> list[Subtotal]:
        return list(self.completion.subtotals.order_by("pk"))

    @cached_property
    def floors(self) -> list[FloorMet]:
        """Why it is not lower: what demands this very band. What demands a lower one explains nothing here."""
        return list(self.completion.floors.filter(band=self.completion.band).order_by("pk"))

    @cached_property
    def answers(self) -> list[Answer]:
        return list(self.completion.answers.order_by("position"))

    @property
    def sums(self) -> list[SummaryRow]:
        """Each section that counts, harm first; then the sum."""
        rows = [
            SummaryRow(
                subtotal.title,
                f"{subtotal.points} of {subtotal.most}{'' if subtotal.in_total else ', counted apart'}",
            )
            for subtotal in sorted(self.subtotals, key=lambda subtotal: not subtotal.in_total)
            if subtotal.most
        ]
        return [*rows, SummaryRow("Score", f"{self.completion.total} of {self.completion.most}")]

    @property
    def sections(self) -> list[tuple[str, list[SummaryRow]]]:
        """(section, rows): the question as it was asked, the answer, and what it counted."""
        rows: dict[str, list[SummaryRow]] = {subtotal.section: [] for subtotal in self.subtotals}
        counts = {subtotal.section: bool(subtotal.most) for subtotal in self.subtotals}
        for answer in self.answers:
            rows[answer.section].append(_row(answer, counts[answer.section]))
        return [
            (subtotal.title, rows[subtotal.section]) for subtotal in self.subtotals if rows[subtotal.section]
        ]

    @property
    def source(self) -> str:
        return self.completion.file.name


def _row(answer: Answer, counts: bool) -> SummaryRow:
    said = answer.said
    if counts and answer.value:
        said = f"{said} ({answer.points} point{'' if answer.points == 1 else 's'})"
    return SummaryRow(answer.wording, said)
