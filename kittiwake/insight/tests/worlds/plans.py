"""The drawn world of plans and disruption: the same children and month as worlds, and what was planned for them.

Ash has a significant risk and a safety plan made together; Briar a moderate one and a plan made without them; Rowan one
and no plan. Fern, Clover and Briar have child in need plans, reviewed in time, a day late, and not at all. Rowan has been
protected for two years; Fern since this month, and Clover again.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from kittiwake.practice.disruption import recording as disruption
from kittiwake.practice.disruption.models import Concern
from kittiwake.practice.plans import recording as plans
from kittiwake.practice.plans.models import Plan
from kittiwake.practice.plans.reviews import recording as reviews
from kittiwake.practice.plans.writing import recording as writing
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from tests.cast import Cast, make_child

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
AGREED = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)
DRAWN: dict[str, tuple[int | None, int | None, float]] = {
    "P33b": (1, 3, 1 / 3),  # Fern's on the last day, Clover's a day late, Briar's not held
    "P35": (1, 3, 1 / 3),  # Clover had one before; Fern and Briar had none
    "P35b": (1, 3, 1 / 3),  # Clover's ended in August 2025
    "P36b": (1, 6, 1 / 6),  # Rowan's
    "P36": (
        1,
        6,
        1 / 6,
    ),  # Rowan’s of 2024; not Ash’s, Fern’s and Clover’s of this year, nor what conferences made for two
    "P44": (2, 5, 2 / 5),  # Ash and Briar; neither Rowan nor the two care leavers
    "P44b": (1, 2, 1 / 2),
    "P45": (2, None, 2),
    "P45b": (2, 3, 2 / 3),
    "P45c": (1, 2, 1 / 2),
    "P46": (1, None, 1),  # the place that was closed; the visit to another was only asked for
}


def draw_protection(cast: Cast) -> tuple[Child, Child]:
    """Before any conference of this year: Fern and Clover, and Rowan."""
    fern, clover = (
        make_child(name, "Green", cast.south, cast.workers["outsider"]) for name in ("Fern", "Clover")
    )
    for child, starts, ends in (
        (cast.rowan, date(2024, 11, 4), None),
        (clover, date(2025, 1, 6), date(2025, 8, 4)),
        (fern, date(2026, 11, 2), None),
        (clover, date(2026, 11, 9), None),
    ):
        record.start_track(
            child, kind="child_protection", starts_on=starts, ends_on=ends, by=cast.system, at=AT
        )
    return fern, clover


def draw(cast: Cast, fern: Child, clover: Child) -> None:
    _safety(cast)
    _in_need(cast, fern, clover)
    _disruption(cast)


def _by(cast: Cast) -> dict[str, Any]:
    return {"by": cast.user("worker"), "at": AT}


def _plan(cast: Cast, child: Child, kind: str, began: date, **more: Any) -> Plan:
    return writing.write_plan(
        child, kind=kind, worry="A man", agreed_on=began, started_on=began, **more, **_by(cast)
    )


def _safety(cast: Cast) -> None:
    for child, level in ((cast.ash, "significant"), (cast.briar, "moderate"), (cast.rowan, "moderate")):
        risks.open_risk(
            child, domain="county_lines", level=level, why="A man", since_on=date(2026, 11, 3), **_by(cast)
        )
    risks.open_risk(cast.hazel, domain="education", level="emerging", why="x", **_by(cast))
    newest = Plan.objects.standing().filter(child=cast.ash).order_by("-number").first()
    facts = {"child_version": "Ring my aunt", "following": newest.number if newest else 0}
    ash = _plan(cast, cast.ash, "safety_plan", date(2026, 11, 25), **facts)
    briar = _plan(cast, cast.briar, "safety_plan", date(2026, 11, 25), child_version="Leave me be")
    plans.agree(
        ash,
        who="Ash",
        role="child",
        answer="disagrees",
        how="there",
        why_not="Too much",
        by=cast.system,
        at=AGREED,
    )
    plans.agree(briar, who="Briar", role="child", answer="not_asked", why_not="Away", **_by(cast))


def _in_need(cast: Cast, fern: Child, clover: Child) -> None:
    _reviewed(cast, fern, date(2026, 11, 10))
    _reviewed(cast, clover, date(2026, 11, 11))
    _plan(cast, cast.briar, "child_in_need_plan", date(2026, 8, 10))


def _reviewed(cast: Cast, child: Child, held_on: date) -> None:
    """Of a plan that began on 10 August: the first review falls due on 10 November."""
    plan = _plan(cast, child, "child_in_need_plan", date(2026, 8, 10))
    facts = {"participation": "PN1", "outcome": "goes_on", "words": "Well"}
    reviews.record_review(plan, held_on=held_on, **facts, **_by(cast))


def _disruption(cast: Cast) -> None:
    shut = _tactic(cast, cast.ash, "closure_order", "place")
    _steps(cast, shut, "considered", "applied", "granted", "charged", "convicted")
    disruption.link_child(shut, child=cast.rowan, why="Rowan too", **_by(cast))
    _steps(cast, _tactic(cast, cast.briar, "civil_injunction", "person"), "considered", "applied", "refused")
    _steps(
        cast,
        _tactic(cast, cast.rowan, "abduction_notice", "person"),
        "considered",
        "granted",
        "charged",
        "discontinued",
    )
    _tactic(cast, cast.ash, "visit", "place")


def _tactic(cast: Cast, child: Child, power: str, target: str) -> Concern:
    facts = {"on_what": "It", "why": "Safer", "who": "Police", "on": date(2026, 11, 4)}
    return disruption.request(child, power=power, target=target, **facts, **_by(cast))


def _steps(cast: Cast, concern: Concern, *kinds: str) -> None:
    for kind in kinds:
        disruption.take_step(concern, kind=kind, on=date(2026, 11, 18), who="Court", **_by(cast))
