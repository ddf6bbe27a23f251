"""What the pages of risk show, put in a reader's order. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.risk import informing, rules
from kittiwake.practice.risk.models import PresentingRisk, PresentingRiskQuerySet, RiskMovement
from kittiwake.record.models import Child, Entry

COLOURS = {"emerging": "yellow", "moderate": "orange", "significant": "red"}


def seen(viewer: Viewer) -> PresentingRiskQuerySet:
    """The risks of children the viewer may see."""
    return cast(PresentingRiskQuerySet, viewer.see(PresentingRisk))


def level_tag(risk: PresentingRisk) -> dict[str, str]:
    return {"text": risk.get_level_display(), "colour": COLOURS[risk.level]}


@dataclass
class RiskPage:
    risk: PresentingRisk
    viewer: Viewer

    @property
    def state(self) -> dict[str, str]:
        if self.risk.closed_at:
            return {"text": "Closed", "colour": "grey"}
        return level_tag(self.risk)

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD) and self.risk.is_standing

    @property
    def may_strike_out(self) -> bool:
        return self.viewer.may(Power.RECORD) and not self.risk.entry.is_struck_out

    @property
    def reasons(self) -> list[Entry]:
        return informing.reasons(self.viewer, self.risk.entry)

    @cached_property
    def movements(self) -> list[dict[str, Any]]:
        """Newest first, each with which way it went."""
        rows = list(self.risk.movements.select_related("by").order_by("at", "pk"))
        befores = [None, *(row.level for row in rows)]
        return [self._movement(before, row) for before, row in zip(befores, rows, strict=False)][::-1]

    def _movement(self, before: str | None, row: RiskMovement) -> dict[str, Any]:
        title = f"{rules.movement(before, row.level)} {row.get_level_display().lower()}"
        return {"title": title, "at": row.at, "by": row.by, "text": row.words}


@dataclass
class RisksPage:
    """Every risk of one child: what stands, then what was closed."""

    child: Child
    viewer: Viewer

    @cached_property
    def standing(self) -> list[PresentingRisk]:
        found = seen(self.viewer).standing().filter(child=self.child)
        return list(found.select_related("entry").highest_first())

    @cached_property
    def closed(self) -> list[PresentingRisk]:
        found = seen(self.viewer).filter(child=self.child, closed_at__isnull=False, entry__struck_out_at=None)
        return list(found.select_related("entry").order_by("-closed_at"))

    @property
    def items(self) -> list[dict[str, Any]]:
        return [
            {"title": str(risk), "href": risk.get_absolute_url(), "hint": risk.why, "status": level_tag(risk)}
            for risk in self.standing
        ]

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD)

    @property
    def add_url(self) -> str:
        return reverse("risk:open_risk", args=[self.child.pk])
