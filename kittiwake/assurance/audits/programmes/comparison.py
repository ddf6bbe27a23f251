"""A programme beside the one it comes after: whether practice moved, domain by domain. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.audits import differences, rules, settings
from kittiwake.assurance.audits.models import Mark, Programme
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.models import Answer
from kittiwake.ui.components import columns

Audited = tuple[int | None, bool]  # whose work, and whether it was good or better


@dataclass
class ComparisonPage:
    programme: Programme
    viewer: Viewer
    on: date
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
        return [mark.audit.child_id for mark in (*self._now, *self._then)]

    @cached_property
    def _fewest(self) -> int:
        return settings.fewest_compared(self.on)

    @property
    def words(self) -> str:
        return differences.in_words(
            differences.by_person(_graded(self._now), _graded(self._then)), fewest=self._fewest
        )

    @cached_property
    def rows(self) -> list[list[str]]:
        """Each domain both rounds looked at; no words, because of so many one moves by chance."""
        now, then = self._domains(self._now), self._domains(self._then)
        sections = library.latest(self.programme.tool).sections
        titles = {
            section.questions[0].key: section.title for section in sections if section.key != rules.COMPLIANCE
        }
        return [
            _row(title, now[key], then[key], self._fewest)
            for key, title in titles.items()
            if key in now and key in then
        ]

    def _domains(self, marks: list[Mark]) -> dict[str, list[Audited]]:
        of = {mark.completion_id: mark.audit.worker_id for mark in marks}
        answers = Answer.objects.filter(completion__in=of, value__in=rules.SCALE)
        domains: dict[str, list[Audited]] = {}
        for question, value, completion in answers.values_list("question", "value", "completion_id"):
            domains.setdefault(question, []).append((of[completion], value in rules.GOOD_OR_BETTER))
        return domains


def _graded(marks: list[Mark]) -> list[Audited]:
    return [(mark.audit.worker_id, mark.grade in rules.GOOD_OR_BETTER) for mark in marks]


def _row(title: str, now: list[Audited], then: list[Audited], fewest: int) -> list[str]:
    people = differences.by_person(now, then)
    total, difference = differences.totals(people), differences.difference(people, fewest=fewest)
    return [
        title,
        f"{total.met_before} of {total.of_before}",
        f"{total.met} of {total.of}",
        differences.points(difference.value),
        differences.reach(difference),
    ]
