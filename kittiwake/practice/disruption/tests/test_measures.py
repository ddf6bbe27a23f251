"""In how many places something is being done about whoever harms children there."""

from __future__ import annotations

from datetime import date

import pytest

from kittiwake.practice.disruption import recording
from kittiwake.practice.missing.tests.made import counted
from tests.cast import NOW, Cast

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


@pytest.mark.parametrize(
    ("power", "target", "steps", "many"),
    [
        ("closure_order", "place", ["considered", "applied", "granted"], 1),
        ("closure_order", "place", ["considered", "applied", "granted", "breached"], 1),
        ("closure_order", "place", ["considered", "applied", "granted", "expired"], 0),
        ("closure_order", "place", ["considered", "applied", "refused"], 0),
        ("closure_order", "place", ["considered"], 0),
        ("abduction_notice", "person", ["considered", "granted"], 0),
    ],
)
def test_a_place_counts_while_what_was_granted_is_not_over(
    cast: Cast, power: str, target: str, steps: list[str], many: int
) -> None:
    by = {"by": cast.user("worker"), "at": NOW}
    facts = {"on_what": "The arches", "why": "Safer", "who": "Police", "on": date(2026, 11, 2)}
    concern = recording.request(cast.ash, power=power, target=target, **facts, **by)
    for number, kind in enumerate(steps):
        recording.take_step(concern, kind=kind, on=date(2026, 11, 3 + number), who="Court", **by)
    recording.link_child(concern, child=cast.rowan, why="Too", **by)
    assert len(counted("P46", FIRST, LAST)) == many
