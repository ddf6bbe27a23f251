"""The loop of a return as its eight steps: each in words, and leading to the page where it is or is done. Reads only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.loop import facts as loops
from kittiwake.practice.loop.rules import STEPS, LoopStep, State, is_closed, next_step, steps
from kittiwake.practice.missing.models import Episode
from kittiwake.record.kinds import address_of_entry
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import relative_day, time_left, weekday_moment

# Where a step is done, asked for with the child: page, power, whether the interview goes with it.
DOING = {
    "offered": ("return_interviews:make_offer", Power.RECORD, False),
    "heard": ("return_interviews:hold", Power.RECORD, False),
    "judged": ("risk:open_risk", Power.RECORD, True),
    "planned": ("plans:write_plan", Power.RECORD, True),
    "told": ("replies:write_reply", Power.RECORD, True),
}
SAID = {State.DONE: "Done", State.AHEAD: "Not yet", State.ENDED: "Will not be"}


@dataclass(frozen=True)
class StepShown:
    step: LoopStep
    href: str
    at: datetime

    @property
    def title(self) -> str:
        return self.step.title

    @property
    def state(self) -> str:
        return self.step.state.value

    @property
    def text(self) -> str:
        """The state in words: Done; Open, 61 hours left; Broken, 2 days late; Not yet."""
        return {State.OPEN: self._open, State.BROKEN: self._broken}.get(
            self.step.state, f"{SAID.get(self.step.state, '')}"
        )

    @property
    def words(self) -> str:
        return self.step.words

    @property
    def _open(self) -> str:
        return f"Open, {time_left(self.step.due_at, self.at)} left" if self.step.due_at else "Open"

    @property
    def _broken(self) -> str:
        return f"Broken, {time_left(self.at, self.step.due_at)} late" if self.step.due_at else "Broken"


@dataclass
class Loop:
    records: loops.ReturnRecords
    viewer: Viewer
    at: datetime

    @property
    def episode(self) -> Episode:
        return self.records.episode

    @property
    def child(self) -> Child:
        return self.episode.child

    @property
    def entry_id(self) -> int:
        return int(self.episode.pk)

    @property
    def listen_by(self) -> datetime | None:
        return self.heard.due_at

    @property
    def title(self) -> str:
        """Back on Monday 23 November 2026 at 6:10am, today"""
        returned_at = self.episode.returned_at
        if returned_at is None:
            return f"Missing since {weekday_moment(self.episode.started_at)}"
        day = relative_day(local_date(returned_at), local_date(self.at))
        return f"Back {weekday_moment(returned_at)}, {day}"

    @cached_property
    def made(self) -> list[LoopStep]:
        return steps(self.records.facts, self.at)

    @cached_property
    def steps(self) -> list[StepShown]:
        return [StepShown(step, self._href(step), self.at) for step in self.made]

    @property
    def is_closed(self) -> bool:
        return is_closed(self.made)

    @property
    def is_broken(self) -> bool:
        return any(step.state is State.BROKEN for step in self.made)

    @cached_property
    def next(self) -> LoopStep | None:
        return next_step(self.made)

    @property
    def heard(self) -> LoopStep:
        return next(step for step in self.made if step.name == "heard")

    @property
    def place(self) -> int:
        """In a list: there is still time to listen; nobody listened in time; something else is broken; the rest."""
        if self.heard.state in {State.OPEN, State.BROKEN}:
            return 0 if self.heard.state is State.OPEN else 1
        return 2 if self.is_broken else 3

    def _href(self, step: LoopStep) -> str:
        return self._there(step.name) or self._to_do(step) or self._beside(step.name)

    def _there(self, name: str) -> str:
        """The page of what was done."""
        records, child = self.records, self.child.pk
        facts = records.facts
        pages = {
            "back": ("missing:episode", self.episode.pk),
            "offered": ("return_interviews:offer", records.offer),
            "heard": ("return_interviews:interview", records.interview)
            if records.interview
            else ("return_interviews:not_held", records.not_held),
            "learned": (
                "return_interviews:learned",
                records.interview if self.viewer.may(Power.RECORD) else None,
            ),
            "judged": ("risk:risks", child if facts.judged else None),
            "planned": (records.plan_kind.replace(".", ":"), records.plan),
            "seen": ("oversight:review", records.review)
            if records.review
            else (records.plan_kind.replace(".", ":"), records.plan),
            "told": ("replies:reply", records.reply),
        }
        page, pk = pages[name]
        return reverse(page, args=[pk]) if pk else ""

    def _to_do(self, step: LoopStep) -> str:
        if step.name not in DOING or step.state in {State.AHEAD, State.ENDED}:
            return ""
        page, power, because = DOING[step.name]
        if not self.viewer.may(power):
            return ""
        href = reverse(page, args=[self.child.pk])
        return (
            f"{href}?because_of={self.records.interview}" if because else f"{href}?episode={self.episode.pk}"
        )

    def _beside(self, name: str) -> str:
        """Where it will be, for whoever cannot do it or cannot do it yet."""
        pages = {"judged": "risk:risks", "planned": "plans:plans", "seen": "plans:plans"}
        if name in pages:
            return reverse(pages[name], args=[self.child.pk])
        if self.records.interview:
            return reverse("return_interviews:interview", args=[self.records.interview])
        return address_of_entry("missing.episode", self.episode.pk)


def loops_of(viewer: Viewer, episodes: Sequence[Episode], at: datetime) -> list[Loop]:
    if not loops.may_see_loops(viewer):
        return []
    return [Loop(records, viewer, at) for records in loops.find(viewer, episodes)]


@dataclass(frozen=True)
class Tally:
    """How many of these loops are how far at one step."""

    name: str
    states: Counter[State]

    @property
    def title(self) -> str:
        return STEPS[self.name]

    @property
    def cells(self) -> list[int]:
        return [
            self.states[state] for state in (State.DONE, State.OPEN, State.BROKEN, State.AHEAD, State.ENDED)
        ]

    @property
    def text(self) -> str:
        """3 of 5 done, 1 broken"""
        counts = self.states
        said = f"{counts[State.DONE]} of {counts.total()} done"
        return f"{said}, {counts[State.BROKEN]} broken" if counts[State.BROKEN] else said

    @property
    def state(self) -> str:
        if self.states[State.BROKEN]:
            return State.BROKEN.value
        return State.OPEN.value if self.states[State.OPEN] else State.DONE.value


def added_up(made: Iterable[Loop]) -> list[Tally]:
    """Step by step, over many returns."""
    counts: dict[str, Counter[State]] = {name: Counter() for name in STEPS}
    for loop in made:
        for step in loop.made:
            counts[step.name][step.state] += 1
    return [Tally(name, states) for name, states in counts.items()]
