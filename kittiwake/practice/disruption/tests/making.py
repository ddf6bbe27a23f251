"""Tactics to test with."""

from __future__ import annotations

from datetime import date

from kittiwake.practice.disruption import recording
from kittiwake.practice.disruption.models import Concern, TacticStep
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast

TODAY = local_date(NOW)
ASKED = date(2026, 11, 2)


def tactic(cast: Cast, child: Child | None = None, **more: object) -> Concern:
    facts = {
        "power": "closure_order",
        "target": "place",
        "on_what": "The takeaway by the pier",
        "why": "Ash is taken there",
        "who": "Exploitation team",
        "on": ASKED,
        "by": cast.user("worker"),
        "at": NOW,
    }
    return recording.request(child or cast.ash, **{**facts, **more})


def step(cast: Cast, of: Concern, kind: str, on: date = TODAY, **more: object) -> TacticStep:
    facts = {"who": "Police", "by": cast.user("worker"), "at": NOW, **more}
    return recording.take_step(of, kind=kind, on=on, **facts)


def through(cast: Cast, of: Concern, *kinds: str, **more: object) -> Concern:
    for kind in kinds:
        step(cast, of, kind, **more)
    return of
