"""A programme beside the one it comes after: whether practice moved, domain by domain. Reads only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.audits import comparing, rules
from kittiwake.assurance.audits.models import Mark, Programme
from kittiwake.assurance.audits.showing_of_programmes import columns
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.models import Answer

Tally = tuple[int, int]  # good or better, of how many


@dataclass
class Comparison:
    programme: Programme
    viewer: Viewer
    columns = columns("Domain", "Before#", "Now#", "Difference#", "Between#")

    @cached_property
    def before(self) -> Programme:
        assert self.programme.follows is not None
        return self.programme.follows

    def _marks(self, programme: Programme) -> list[Mark]:
        standing = self.viewer.see(Mark).filter(kind=Mark.FIRST, audit__entry__struck_out_at=None)
        return list(standing.filter(audit__programme=programme).select_related("audit"))

    @cached_property
    def _now(self) -> list[Mark]:
        return self._marks(self.programme)

    @cached_property
    def _then(self) -> list[Mark]:
        return self._marks(self.before)

    @property
    def child_ids(self) -> list[int]:
        return [one.audit.child_id for one in (*self._now, *self._then)]

    @property
    def words(self) -> str:
        return comparing.in_words(
            *_tally(one.grade for one in self._now), *_tally(one.grade for one in self._then)
        )

    @cached_property
    def rows(self) -> list[list[str]]:
        """Each domain both rounds looked at; no words, because of so many one moves by chance."""
        now, then = self._domains(self._now), self._domains(self._then)
        sections = library.latest(self.programme.tool).sections
        titles = {one.questions[0].key: one.title for one in sections if one.key != rules.COMPLIANCE}
        return [
            _row(title, now[key], then[key]) for key, title in titles.items() if key in now and key in then
        ]

    def _domains(self, marks: list[Mark]) -> dict[str, Tally]:
        answers = Answer.objects.filter(
            completion__in=[one.completion_id for one in marks], value__in=rules.SCALE
        )
        found: dict[str, list[str]] = {}
        for question, value in answers.values_list("question", "value"):
            found.setdefault(question, []).append(value)
        return {key: _tally(grades) for key, grades in found.items()}


def _tally(grades: Iterable[str]) -> Tally:
    every = list(grades)
    return sum(grade in rules.GOOD_OR_BETTER for grade in every), len(every)


def _row(title: str, now: Tally, then: Tally) -> list[str]:
    found = comparing.newcombe(*now, *then)
    return [
        title,
        f"{then[0]} of {then[1]}",
        f"{now[0]} of {now[1]}",
        comparing.points(found.value),
        f"{comparing.points(found.low)} to {comparing.points(found.high)}",
    ]
