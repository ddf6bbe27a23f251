"""Risks that no plan answers, as the board finds them."""

from __future__ import annotations

from kittiwake.access.viewer import Viewer
from kittiwake.practice.plans.broken_links import LINKS
from kittiwake.practice.plans.coverage import recording as coverage
from kittiwake.practice.plans.tests.making import action, plan, risk
from tests.cast import NOW, Cast

UNCOVERED = LINKS[0]


def found(cast: Cast, who: str) -> list[tuple[int, int | None]]:
    rows = UNCOVERED.find(Viewer(cast.user(who)).see, NOW)
    return sorted((row.child_id, row.entry_id) for row in rows)


def test_it_finds_standing_risks_that_the_plan_does_not_answer(cast: Cast) -> None:
    covered, left, open_ = risk(cast), risk(cast, "missing"), risk(cast, "places")
    made = plan(cast)
    action(cast, made, risks=[covered])
    coverage.leave(made, risk=left, reason="In the school's plan", by=cast.user("worker"), at=NOW)
    assert found(cast, "worker") == [(cast.ash.pk, open_.pk)]


def test_a_child_without_a_plan_has_every_risk_open(cast: Cast) -> None:
    theirs = risk(cast, child=cast.briar)
    assert found(cast, "manager") == [(cast.briar.pk, theirs.pk)]


def test_it_finds_only_what_the_viewer_may_see(cast: Cast) -> None:
    risk(cast)
    elsewhere = risk(cast, child=cast.rowan)
    assert found(cast, "outsider") == [(cast.rowan.pk, elsewhere.pk)]
    assert len(found(cast, "director")) == 2
