"""The live query and the pure rule say the same of every risk, whatever happened before."""

from __future__ import annotations

from random import Random

import pytest

from kittiwake.access.viewer import Viewer
from kittiwake.practice.plans import recording, rules
from kittiwake.practice.plans.actions import recording as doing
from kittiwake.practice.plans.coverage import recording as coverage
from kittiwake.practice.plans.coverage.rules import Answer
from kittiwake.practice.plans.coverage.showing import Coverage
from kittiwake.practice.plans.coverage.uncovered import uncovered
from kittiwake.practice.plans.models import Plan
from kittiwake.practice.plans.showing import plans_now
from kittiwake.practice.plans.tests.making import TODAY, action, plan, risk
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.practice.risk.rules import DOMAINS
from tests.cast import NOW, Cast


def happen(cast: Cast, chance: Random) -> None:
    """One thing that may happen to the risks and the plans of a child."""
    by = {"by": cast.user("worker"), "at": NOW}
    standing = list(PresentingRisk.objects.standing().filter(child=cast.ash))
    kind = chance.choice([rules.SAFETY, rules.IN_NEED, rules.DISRUPTION])
    made = Plan.objects.current().filter(child=cast.ash, kind=kind).first()
    newest = Plan.objects.standing().filter(child=cast.ash, kind=kind).order_by("-number").first()
    free = {key for key, _ in DOMAINS} - {risk.domain for risk in standing}
    steps = list(made.actions.standing()) if made else []
    open_ = [risk for risk in standing if made and not made.left.filter(risk=risk).exists()]
    could = {
        "risk": bool(free),
        "plan": True,
        "act": made is not None,
        "leave": bool(open_),
        "over": bool(standing),
        "drop": bool(steps),
        "close": made is not None and chance.random() < 0.2,
        "strike": made is not None and chance.random() < 0.3,
    }
    do = {
        "risk": lambda: risk(cast, chance.choice(sorted(free))),
        "plan": lambda: plan(cast, kind=kind, started_on=TODAY, following=newest.number if newest else 0),
        "act": lambda: action(cast, made, risks=chance.sample(standing, chance.randint(0, len(standing)))),
        "leave": lambda: coverage.leave(made, risk=chance.choice(open_), reason="Elsewhere", **by),
        "over": lambda: risks.close_risk(chance.choice(standing), reason="Over", **by),
        "drop": lambda: doing.drop_action(chance.choice(steps), reason="No use", **by),
        "close": lambda: recording.close_plan(made, reason="Over", **by),
        "strike": lambda: recording.strike_out(made, reason="Wrong", **by),
    }
    do[chance.choice([name for name, is_possible in could.items() if is_possible])]()


@pytest.mark.parametrize("seed", range(6))
def test_the_page_and_the_board_agree(cast: Cast, seed: int) -> None:
    chance, viewer = Random(seed), Viewer(cast.user("worker"))
    for _ in range(20):
        happen(cast, chance)
        page = Coverage(cast.ash, viewer, plans_now(viewer, cast.ash))
        open_ = {row.risk.pk for row in page.rows if row.answer == Answer.UNCOVERED}
        assert open_ == set(uncovered(PresentingRisk.objects.all()).values_list("pk", flat=True))
        assert {row.risk.pk for row in page.rows} == set(
            PresentingRisk.objects.standing().values_list("pk", flat=True)
        )
