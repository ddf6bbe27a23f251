"""What the area puts on pages that cut across areas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.risk import rules
from kittiwake.practice.risk.assessments.showing import waiting_mark
from kittiwake.practice.risk.models import PresentingRisk, Raised, RiskMovement
from kittiwake.practice.risk.presenting.showing import level_tag
from kittiwake.primitives.instruments.models import BlindMark
from kittiwake.primitives.shared_pages.child_page import Lane, OnChild
from kittiwake.primitives.shared_pages.chronology import ChronologyLine, Lines
from kittiwake.primitives.shared_pages.marks import Mark
from kittiwake.primitives.shared_pages.my_work import ChangeLine
from kittiwake.queries.kept import kept
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status
from kittiwake.ui.dates import long_date


@dataclass(frozen=True)
class RiskShown:
    title: str
    href: str
    level: Status
    moved: str


def risks_of(page: OnChild) -> list[RiskShown]:
    """Those that stand, highest first, each with how it has moved."""
    if not page.viewer.may(Power.SEE) or page.once(_blind_mark):
        return []  # somebody asked for a blind second mark must not learn the levels from the first
    return [
        RiskShown(str(risk), risk.get_absolute_url(), level_tag(risk), _moved(risk))
        for risk in _standing(page)
    ]


@kept
def _standing(page: OnChild) -> QuerySet[PresentingRisk]:
    standing = page.viewer.see(PresentingRisk).standing().filter(child=page.child)
    return standing.highest_first().select_related("entry").prefetch_related("movements")


def _blind_mark(page: OnChild) -> BlindMark | None:
    return waiting_mark(page.viewer, page.child)


def _moved(risk: PresentingRisk) -> str:
    """Up to significant on 3 March 2026, from moderate."""
    steps = sorted(risk.movements.all(), key=lambda step: (step.at, step.pk))
    if not steps:
        return ""
    last, before = steps[-1], steps[-2].level if len(steps) > 1 else None
    said = f"{rules.movement(before, last.level)} {last.get_level_display().lower()} on {long_date(last.at)}"
    return f"{said}, from {dict(rules.LEVELS)[before].lower()}" if before and before != last.level else said


def marks(page: OnChild) -> Iterator[Mark]:
    """Each judgement of each risk. Not for somebody who is asked to judge without knowing what others did."""
    if not page.viewer.may(Power.SEE) or page.once(_blind_mark):
        return
    before: dict[int, str] = {}
    for move in _moves(page):
        said = rules.movement(before.get(move.risk_id), move.level)
        text = f"{move.risk}: {said.lower()} {move.get_level_display().lower()}"
        before[move.risk_id] = move.level
        on, height = local_date(move.at), rules.height(move.level)
        yield Mark("Risk", on, on, text, move.risk.get_absolute_url(), height=height)


@kept
def _moves(page: OnChild) -> QuerySet[RiskMovement]:
    moves = page.viewer.see(RiskMovement).filter(risk__child=page.child, risk__entry__struck_out_at=None)
    return moves.select_related("risk__entry").order_by("at", "pk")


def told_of(risk: PresentingRisk) -> Lines:
    closed = f"Closed on {long_date(risk.closed_at)}: {risk.closed_reason}" if risk.closed_at else ""
    return [f"{risk.get_level_display()}: {risk.why}", closed]


def raised(viewer: Viewer, since: datetime, until: datetime) -> Iterable[int]:
    to_act_on = viewer.see(Raised).to_act_on().filter(since_at__gt=since)
    return to_act_on.order_by("-since_at").values_list("child_id", flat=True)


PARTS = [
    Lane("Risk", 30, marks),
    ChronologyLine("risk.presenting_risk", PresentingRisk, told_of),
    ChangeLine(40, "at a risk that was raised", raised),
]
