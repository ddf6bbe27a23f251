"""A completed questionnaire in a reader's order: the score explained, line by line. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kittiwake.primitives.instruments.models import Answer, Completion, FloorMet, Subtotal


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
    def sums(self) -> list[dict[str, Any]]:
        """Each section that counts, harm first; then the sum."""
        rows = [
            {
                "key": one.title,
                "value": f"{one.points} of {one.most}{'' if one.in_total else ', counted apart'}",
            }
            for one in sorted(self.subtotals, key=lambda one: not one.in_total)
            if one.most
        ]
        return [*rows, {"key": "Score", "value": f"{self.completion.total} of {self.completion.most}"}]

    @property
    def sections(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """(section, rows): the question as it was asked, the answer, and what it counted."""
        rows: dict[str, list[dict[str, Any]]] = {one.section: [] for one in self.subtotals}
        counts = {one.section: bool(one.most) for one in self.subtotals}
        for answer in self.answers:
            rows[answer.section].append(_row(answer, counts[answer.section]))
        return [(one.title, rows[one.section]) for one in self.subtotals if rows[one.section]]

    @property
    def source(self) -> str:
        return self.completion.file.name


def _row(answer: Answer, counts: bool) -> dict[str, Any]:
    said = answer.said
    if counts and answer.value:
        said = f"{said} ({answer.points} point{'' if answer.points == 1 else 's'})"
    return {"key": answer.wording, "value": said}
