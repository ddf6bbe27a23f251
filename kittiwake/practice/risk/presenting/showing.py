"""What the pages of risk show, put in a reader's order. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.practice.risk import informing, rules, slots
from kittiwake.practice.risk.models import PresentingRisk, PresentingRiskQuerySet, RiskMovement
from kittiwake.record.models import Child, Entry
from kittiwake.ui.components import Status, Task, TextLink

COLOURS = {"emerging": "yellow", "moderate": "orange", "significant": "red"}


def seen(viewer: Viewer) -> PresentingRiskQuerySet:
    """The risks of children the viewer may see."""
    return viewer.see(PresentingRisk)


def level_tag(risk: PresentingRisk) -> Status:
    return Status(risk.get_level_display(), COLOURS[risk.level])


@dataclass(frozen=True)
class Movement:
    """The level judged once more: which way it went, and why."""

    title: str
    at: datetime
    by: User
    text: str


@dataclass
class RiskPage:
    risk: PresentingRisk
    viewer: Viewer

    @property
    def state(self) -> Status:
        if self.risk.closed_at:
            return Status("Closed", "grey")
        return level_tag(self.risk)

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD) and self.risk.is_standing

    @property
    def may_strike_out(self) -> bool:
        return self.viewer.may(Power.RECORD) and not self.risk.entry.is_struck_out

    @property
    def links(self) -> list[TextLink]:
        links = self.viewer.links(slots.OF_A_RISK)
        return [TextLink(link.text, link.address(self.risk.child_id)) for link in links]

    @property
    def reasons(self) -> list[Entry]:
        return informing.reasons(self.viewer, self.risk.entry)

    @cached_property
    def movements(self) -> list[Movement]:
        """Newest first, each with which way it went."""
        rows = list(self.risk.movements.select_related("by").order_by("at", "pk"))
        befores = [None, *(row.level for row in rows)]
        return [self._movement(before, row) for before, row in zip(befores, rows, strict=False)][::-1]

    def _movement(self, before: str | None, row: RiskMovement) -> Movement:
        title = f"{rules.movement(before, row.level)} {row.get_level_display().lower()}"
        return Movement(title, row.at, row.by, row.words)


@dataclass
class RisksPage:
    """Every risk of one child: what stands, then what was closed."""

    child: Child
    viewer: Viewer

    @cached_property
    def standing(self) -> list[PresentingRisk]:
        standing = seen(self.viewer).standing().filter(child=self.child)
        return list(standing.select_related("entry").highest_first())

    @cached_property
    def closed(self) -> list[PresentingRisk]:
        closed = seen(self.viewer).filter(
            child=self.child, closed_at__isnull=False, entry__struck_out_at=None
        )
        return list(closed.select_related("entry").order_by("-closed_at"))

    @property
    def items(self) -> list[Task]:
        return [Task(str(risk), risk.get_absolute_url(), risk.why, level_tag(risk)) for risk in self.standing]

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD)

    @property
    def links(self) -> list[TextLink]:
        links = self.viewer.links(slots.OF_RISKS)
        return [TextLink(link.text, link.address(self.child.pk)) for link in links]

    @property
    def add_url(self) -> str:
        return reverse("risk:open_risk", args=[self.child.pk])
