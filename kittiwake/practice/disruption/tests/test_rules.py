"""How far a tactic may come, which powers may be used, and for how long, as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.practice.disruption import powers, rules
from kittiwake.practice.disruption.powers import REGISTER
from kittiwake.practice.disruption.rules import Taken

DAY = date(2026, 11, 2)
ORDER, NOTICE = REGISTER["closure_order"], REGISTER["abduction_notice"]


def taken(*kinds: str) -> list[Taken]:
    return [Taken(kind, DAY) for kind in kinds]


@pytest.mark.parametrize(
    ("power", "so_far", "possible"),
    [
        (ORDER, [], ["requested"]),
        (ORDER, ["requested"], ["considered", "withdrawn"]),
        (ORDER, ["requested", "considered"], ["applied", "withdrawn"]),
        (NOTICE, ["requested", "considered"], ["granted", "withdrawn"]),
        (ORDER, ["requested", "considered", "applied"], ["granted", "refused", "withdrawn"]),
        (ORDER, ["requested", "considered", "applied", "granted", "breached"], ["breached", "expired"]),
        (ORDER, ["requested", "considered", "applied", "refused"], []),
    ],
)
def test_what_may_follow(power: powers.Power, so_far: list[str], possible: list[str]) -> None:
    steps = rules.next_steps(power, taken(*so_far))
    assert [kind for kind in steps if kind in rules.FOLLOWS] == possible


@pytest.mark.parametrize(
    ("so_far", "wanted", "said"),
    [
        (["requested"], "granted", "It stands at “requested”, so it cannot be “granted or used”; what can follow is “considered” or “not taken further”."),
        (["requested", "considered", "applied", "refused"], "granted", "nothing can follow: request it anew"),
        (["requested"], "convicted", "“somebody was arrested” or “somebody was charged”"),
        (["requested", "charged", "acquitted"], "convicted", "nothing can follow"),
        (["requested", "considered"], "granted", "what can follow is “applied for” or “not taken further”."),
    ],
)  # fmt: skip
def test_a_wrong_order_is_refused_in_words(so_far: list[str], wanted: str, said: str) -> None:
    assert said in rules.why_not_next(ORDER, taken(*so_far), Taken(wanted, DAY))


def test_a_step_is_not_before_the_one_it_follows_and_a_court_goes_its_own_way() -> None:
    before = date(2026, 11, 1)
    assert "before the step it follows" in rules.why_not_next(
        ORDER, taken("requested"), Taken("considered", before)
    )
    assert rules.why_not_next(ORDER, taken("requested"), Taken("arrested", before)) == ""
    assert rules.came_to(taken("requested", "charged", "considered", "convicted")) == "convicted"
    assert rules.stands_at(taken("requested", "charged", "considered", "convicted")) == "considered"


@given(st.lists(st.sampled_from(sorted(rules.CALLED)), max_size=12), st.sampled_from(sorted(REGISTER)))
def test_whatever_is_tried_only_lawful_orders_come_about(tries: list[str], key: str) -> None:
    power, so_far = REGISTER[key], []
    for kind in tries:
        step = Taken(kind, DAY)
        if not rules.why_not_next(power, so_far, step):
            so_far.append(step)
    kinds = [step.kind for step in so_far if step.kind in rules.FOLLOWS]
    if kinds:
        assert kinds[0] == "requested"
    if power.by_court and "granted" in kinds:
        assert kinds.index("applied") < kinds.index("granted")
    assert sum(kind in rules.OVER for kind in kinds) <= 1
    assert kinds.count("granted") <= 1


@pytest.mark.parametrize(
    ("key", "target", "allowed"),
    [
        ("closure_order", "place", True),
        ("closure_order", "person", False),
        ("phone_line_order", "phone", True),
        ("abduction_notice", "place", False),
        ("visit", "vehicle", True),
    ],
)
def test_a_power_is_for_its_own_targets(key: str, target: str, allowed: bool) -> None:
    assert (powers.wrong_target(REGISTER[key], target) == "") is allowed


@pytest.mark.parametrize(
    ("power", "on", "said"),
    [
        (REGISTER["exploitation_prevention_order"], DAY, "nobody has confirmed"),
        (REGISTER["trafficking_risk_order"], date(2015, 7, 30), "was not in force"),
        (REGISTER["trafficking_risk_order"], date(2015, 7, 31), ""),
        (replace(ORDER, to=date(2026, 11, 1)), DAY, "was no longer in force"),
        (replace(ORDER, to=DAY), DAY, ""),
    ],
)
def test_a_power_is_used_only_while_it_is_in_force(power: powers.Power, on: date, said: str) -> None:
    why_not = powers.not_in_force(power, on)
    assert said in why_not
    assert bool(said) == bool(why_not)


@pytest.mark.parametrize(
    ("key", "until", "said"),
    [
        ("closure_order", date(2027, 2, 2), ""),
        ("closure_order", date(2027, 2, 3), "lasts at most 3 months"),
        ("sexual_risk_order", date(2028, 11, 1), "lasts at least 24 months"),
        ("sexual_risk_order", date(2028, 11, 2), ""),
        ("guest_information", date(2027, 5, 3), "lasts at most 6 months"),
        ("dispersal", date(2026, 11, 4), ""),
        ("dispersal", date(2026, 11, 5), "lasts at most 2 days"),
        ("abduction_notice", date(2030, 1, 1), ""),
        ("closure_order", date(2026, 11, 1), "must not be before"),
        ("closure_order", None, ""),
    ],
)
def test_how_long_the_law_lets_it_last(key: str, until: date | None, said: str) -> None:
    why_not = rules.how_long(REGISTER[key], DAY, until)
    assert said in why_not
    assert bool(said) == bool(why_not)


def test_every_power_names_its_basis_and_a_target() -> None:
    assert len(REGISTER) == len(powers.POWERS)
    for power in powers.POWERS:
        assert power.basis
        assert power.who
        assert power.on
        assert len(power.key) <= 30
