"""What the pages of disruption show, put in a reader's order. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.disruption import powers, rules
from kittiwake.practice.disruption.models import Concern, ConcernQuerySet, Effect, TacticStep
from kittiwake.practice.risk import informing
from kittiwake.record.models import Child, Entry
from kittiwake.ui.components import Status, SummaryRow
from kittiwake.ui.dates import long_date

COLOURS = {
    rules.REQUESTED: "yellow",
    rules.CONSIDERED: "yellow",
    rules.APPLIED: "blue",
    rules.GRANTED: "green",
    rules.BREACHED: "red",
}


def seen(viewer: Viewer) -> ConcernQuerySet:
    """The tactics about children the viewer may see, each by that child."""
    return viewer.see(Concern)


def of_child(viewer: Viewer, child: Child) -> list[ConcernPage]:
    """The newest first."""
    concerns = seen(viewer).standing().filter(child=child).select_related("entry", "tactic", "child")
    return [
        ConcernPage(concern, viewer)
        for concern in concerns.prefetch_related("tactic__steps").order_by("-entry__happened_at", "-pk")
    ]


@dataclass(frozen=True)
class ShownStep:
    title: str
    step: TacticStep


@dataclass
class ConcernPage:
    """A tactic, as whoever may see this child sees it."""

    concern: Concern
    viewer: Viewer

    @cached_property
    def steps(self) -> list[TacticStep]:
        return sorted(self.concern.tactic.steps.all(), key=lambda step: step.pk)

    @cached_property
    def taken(self) -> list[rules.Taken]:
        return [rules.Taken(step.kind, step.on) for step in self.steps]

    @property
    def state(self) -> Status:
        at = rules.stands_at(self.taken)
        return Status(rules.CALLED[at], COLOURS.get(at, "grey"))

    @property
    def in_court(self) -> str:
        came = rules.came_to(self.taken)
        return rules.CALLED[came] if came else ""

    @property
    def ends(self) -> str:
        until = [step.until_on for step in self.steps if step.until_on]
        return long_date(until[-1]) if until else ""

    @property
    def next_kinds(self) -> list[str]:
        return rules.next_steps(self.concern.tactic.in_register, self.taken)

    @property
    def rows(self) -> list[SummaryRow]:
        tactic, power = self.concern.tactic, self.concern.tactic.in_register
        rows = [
            ("Used on", f"{tactic.on_what}\n{tactic.get_target_display()}"),
            ("Legal basis", f"{power.basis}\n{power.note}".strip()),
            ("Who may use it", power.who),
            ("What it forbids or asks", tactic.conditions),
            (f"How it makes {self.concern.child.first_name} safer", self.concern.why),
            ("Ends", self.ends),
            ("In a criminal court", self.in_court),
        ]
        return [SummaryRow(key, value) for key, value in rows]

    @property
    def timeline(self) -> list[ShownStep]:
        """Newest first."""
        steps = self.concern.tactic.steps.select_related("by").order_by("-pk")
        return [ShownStep(f"{step.get_kind_display()}, by {step.who}", step) for step in steps]

    @property
    def effects(self) -> list[Effect]:
        return list(self.concern.tactic.effects.select_related("by").order_by("-pk"))

    @cached_property
    def others(self) -> list[Concern]:
        """Other children it concerns whom the viewer may see."""
        concerns = (
            seen(self.viewer).standing().filter(tactic=self.concern.tactic_id).exclude(pk=self.concern.pk)
        )
        return list(concerns.select_related("child", "entry").order_by("child__surname", "pk"))

    @property
    def concerns_others(self) -> bool:
        """Said whether or not the viewer may see them all: that there are others, never how many or who."""
        return self.concern.tactic.concerns_others

    @property
    def reasons(self) -> list[Entry]:
        return informing.reasons(self.viewer, self.concern.entry)

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD) and not self.concern.entry.is_struck_out


@dataclass(frozen=True)
class Registered:
    """A power, as the page of the register lists it."""

    power: powers.Power
    on: str
    in_force: str
    lasts: str


def register() -> list[Registered]:
    return [
        Registered(
            power,
            ", ".join(title.lower() for target, title in powers.ON.items() if target in power.on),
            _in_force(power),
            _lasts(power),
        )
        for power in powers.POWERS
    ]


def _in_force(power: powers.Power) -> str:
    if power.from_ is None:
        return "Not confirmed"
    since = "Yes" if power.from_ == powers.ALWAYS else f"Since {long_date(power.from_)}"
    return f"{since}, until {long_date(power.to)}" if power.to else since


def _lasts(power: powers.Power) -> str:
    said = [
        f"at least {power.shortest}" if power.shortest else "",
        f"at most {power.longest}" if power.longest else "",
    ]
    return ", ".join(filter(None, said))
