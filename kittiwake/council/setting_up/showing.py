"""What is still missing before people can work here, in order. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.areas.area import declared
from kittiwake.areas.steps import Step
from kittiwake.council.setting_up.models import StepAnswer
from kittiwake.ui.components import Status, TextLink

MISSING = Status("Still missing", "blue")


def steps() -> list[Step]:
    return sorted(declared(Step), key=lambda step: step.place)


def answers() -> dict[str, StepAnswer]:
    """Of each step the one that stands."""
    rows = StepAnswer.objects.select_related("by").order_by("key", "number")
    return {row.key: row for row in rows}


@dataclass
class StepShown:
    """`said` is what is missing, in words."""

    step: Step
    said: str
    answer: StepAnswer | None

    @property
    def href(self) -> str:
        return reverse(self.step.page) if self.step.page else ""

    @property
    def answer_link(self) -> TextLink:
        href = reverse("setting_up:answer", args=[self.step.key])
        return TextLink("Take it back" if self.is_put_aside else "It is done, or we do without", href)

    @property
    def is_put_aside(self) -> bool:
        return self.answer is not None and self.answer.is_done


@dataclass
class SettingUpPage:
    today: date

    @cached_property
    def _not_done(self) -> list[StepShown]:
        given = answers()
        asked = [StepShown(step, step.missing(self.today), given.get(step.key)) for step in steps()]
        return [shown for shown in asked if shown.said]

    @property
    def missing(self) -> list[StepShown]:
        return [shown for shown in self._not_done if not shown.is_put_aside]

    @property
    def put_aside(self) -> list[StepShown]:
        """Of which somebody has said that it is done or not wanted, though Kittiwake does not see it."""
        return [shown for shown in self._not_done if shown.is_put_aside]
