"""How visits and concerns stand, what closes a concern and what does not, and what a figure says: as tables."""

from __future__ import annotations

from datetime import date

import pytest

from kittiwake.assurance.inspection import direction, rules
from kittiwake.assurance.inspection.self_evaluation import rules as evaluation
from kittiwake.insight.rules import Figure
from kittiwake.primitives.measures.definition import Benchmark, Measure

TODAY = date(2026, 11, 23)
BEFORE, AFTER = date(2026, 11, 1), date(2026, 12, 20)


def measure(direction_of: str = "up", how: str = "share", benchmark: Benchmark | None = None) -> Measure:
    return Measure(
        "P99", "Made up", "It matters", "met", "all", direction_of, "Local", "x", TODAY, lambda tables: None, how,
        benchmark=benchmark,
    )  # type: ignore[arg-type]  # fmt: skip


def share(above: int, of: int) -> Figure:
    return Figure(None, above, of, above / of)


@pytest.mark.parametrize(
    ("dates", "state"),
    [
        (rules.Dates(AFTER, AFTER), rules.EXPECTED),
        (rules.Dates(BEFORE, BEFORE), rules.EXPECTED),  # nobody has said that it came
        (rules.Dates(AFTER, AFTER, TODAY), rules.ANNOUNCED),
        (rules.Dates(AFTER, AFTER, AFTER), rules.EXPECTED),  # announced on a day to come
        (rules.Dates(TODAY, TODAY, BEFORE), rules.UNDER_WAY),
        (rules.Dates(BEFORE, AFTER, BEFORE), rules.UNDER_WAY),
        (rules.Dates(BEFORE, BEFORE, BEFORE), rules.AWAITED),
        (rules.Dates(BEFORE, BEFORE, BEFORE, TODAY), rules.REPORTED),
        (rules.Dates(BEFORE, BEFORE, BEFORE, AFTER), rules.AWAITED),
        (rules.Dates(BEFORE, BEFORE, is_called_off=True), rules.CALLED_OFF),
    ],
)
def test_the_state_of_a_visit_follows_from_its_days(dates: rules.Dates, state: str) -> None:
    assert rules.state(dates, TODAY) == state


DUE = rules.ActionFacts(AFTER)


@pytest.mark.parametrize(
    ("facts", "broken"),
    [
        (rules.ConcernFacts([], None, None), [rules.WITHOUT_ACTION]),
        (rules.ConcernFacts([rules.ActionFacts(AFTER, is_dropped=True)], None, None), [rules.WITHOUT_ACTION]),
        (rules.ConcernFacts([DUE], None, None), []),
        (rules.ConcernFacts([rules.ActionFacts(TODAY)], None, None), []),
        (rules.ConcernFacts([rules.ActionFacts(BEFORE)], None, None), [rules.LATE]),
        (rules.ConcernFacts([rules.ActionFacts(BEFORE, is_done=True)], None, None), [rules.UNSHOWN]),
        (rules.ConcernFacts([rules.ActionFacts(BEFORE, is_done=True, is_shown=True)], None, None), []),
        (rules.ConcernFacts([DUE], None, BEFORE), [rules.UNJUDGED]),
        (rules.ConcernFacts([DUE], BEFORE, BEFORE), []),
        (rules.ConcernFacts([DUE], BEFORE, TODAY), [rules.UNJUDGED]),
        (rules.ConcernFacts([DUE], None, None, says_opposite=True), [rules.CONTRADICTED]),
        (rules.ConcernFacts([], None, BEFORE, is_closed=True), []),
        (rules.ConcernFacts([], None, None, says_opposite=True, is_closed=True), [rules.CONTRADICTED]),
    ],
)
def test_what_is_broken_about_a_concern(facts: rules.ConcernFacts, broken: list[str]) -> None:
    assert rules.broken(facts, TODAY) == broken


@pytest.mark.parametrize(
    ("closing", "why"),
    [
        (rules.Closing(False, rules.DONE, 1), ""),
        (rules.Closing(False, "", 0), "Judge its progress first"),
        (rules.Closing(False, rules.MUCH, 1), "Judge its progress first"),
        (rules.Closing(False, rules.DONE, 0), "rests on no evidence"),
        (rules.Closing(False, rules.DONE, 1, ("it fell",)), "it fell"),
        (rules.Closing(False, rules.DONE, 1, (), 1), "not done"),
    ],
)
def test_what_closes_a_concern_and_what_does_not(closing: rules.Closing, why: str) -> None:
    said = rules.why_not_close(closing)
    assert (why in said) if why else said == ""


@pytest.mark.parametrize(
    ("then", "now", "of", "moved"),
    [
        (share(60, 100), share(80, 100), measure(), direction.BETTER),
        (share(80, 100), share(60, 100), measure(), direction.WORSE),
        (share(80, 100), share(60, 100), measure("down"), direction.BETTER),
        (share(6, 10), share(7, 10), measure(), direction.CHANCE),
        (share(60, 100), share(60, 100), measure(), direction.SAME),
        (share(0, 30), share(0, 40), measure(), direction.SAME),
        (share(80, 100), share(60, 100), measure("context"), direction.UNKNOWN),
        (None, share(60, 100), measure(), direction.UNKNOWN),
        (share(60, 100), None, measure(), direction.UNKNOWN),
        (Figure(None, None, None, None, True), share(60, 100), measure(), direction.UNKNOWN),
        (Figure(None, None, 0, None), share(60, 100), measure(), direction.UNKNOWN),
        (
            Figure(None, 100, None, 100),
            Figure(None, 150, None, 150),
            measure("down", "count"),
            direction.WORSE,
        ),
        (Figure(None, 10, None, 10), Figure(None, 12, None, 12), measure("down", "count"), direction.CHANCE),
        (
            Figure(None, None, 40, 20.0),
            Figure(None, None, 40, 30.0),
            measure("down", "median"),
            direction.WORSE,
        ),
    ],
)
def test_a_figure_that_moved_is_told_from_chance(
    then: Figure | None, now: Figure | None, of: Measure, moved: str
) -> None:
    assert direction.moved(of, then, now) == moved


def test_the_limit_of_chance_is_that_of_two_proportions() -> None:
    """120 of 200 beside 100 of 200: z = 2.01, just beyond 1.96; 119 beside 100: 1.91, within."""
    assert direction.moved(measure(), share(100, 200), share(120, 200)) == direction.BETTER
    assert direction.moved(measure(), share(100, 200), share(119, 200)) == direction.CHANCE


ENGLAND = Benchmark("85.7%", "England", "2025", "Published, read 2026")


@pytest.mark.parametrize(
    ("says", "now", "before", "of", "words"),
    [
        (evaluation.STRENGTH, share(60, 100), share(60, 100), measure(benchmark=ENGLAND), "worse than 85.7%"),
        (evaluation.STRENGTH, share(85, 100), share(85, 100), measure(benchmark=ENGLAND), ""),
        (evaluation.STRENGTH, share(50, 100), share(80, 100), measure(), "become worse"),
        (evaluation.STRENGTH, share(80, 100), share(50, 100), measure(), ""),
        (evaluation.STRENGTH, share(5, 6), share(50, 100), measure(), "6 cases"),
        (evaluation.STRENGTH, Figure(None, 0, 0, None), None, measure(), "no cases"),
        (evaluation.STRENGTH, None, None, measure(), "no cases"),
        (evaluation.STRENGTH, Figure(None, None, None, None, True), None, measure(), ""),
        (evaluation.BETTER, share(50, 100), share(80, 100), measure(), "become worse"),
        (evaluation.BETTER, share(52, 100), share(50, 100), measure(), "chance"),
        (evaluation.BETTER, share(80, 100), share(50, 100), measure(), ""),
        (evaluation.WEAK, share(80, 100), share(50, 100), measure(), "become better"),
        (evaluation.WEAK, share(70, 100), share(40, 100), measure(benchmark=ENGLAND), ""),
        (evaluation.WEAK, share(50, 100), share(50, 100), measure(), ""),
        (evaluation.PLAIN, share(50, 100), share(80, 100), measure(), ""),
        (
            evaluation.STRENGTH,
            share(95, 100),
            share(95, 100),
            measure("down", benchmark=ENGLAND),
            "worse than",
        ),
    ],
)
def test_where_a_claim_and_its_figure_disagree(
    says: str, now: Figure | None, before: Figure | None, of: Measure, words: str
) -> None:
    said = evaluation.disagreement(says, of, now, before)
    assert (words in said) if words else said == ""
