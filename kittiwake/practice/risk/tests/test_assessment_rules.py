"""What an assessment suggests, and how far marks agree: worked examples."""

from __future__ import annotations

import pytest

from kittiwake.practice.risk import rules
from kittiwake.practice.risk.measures import BANDS
from kittiwake.primitives.instruments import library

SCALE = ["none", "emerging", "moderate", "significant"]


@pytest.mark.parametrize(
    ("answers", "standing", "found"),
    [
        ({"missing": "none"}, {}, []),
        ({"missing": "historic"}, {}, []),
        ({"missing": "current"}, {}, [("missing", None, "moderate")]),
        ({"missing": "current"}, {"missing": "moderate"}, []),
        ({"missing": "severe"}, {"missing": "moderate"}, [("missing", "moderate", "significant")]),
        (
            {"online": "emerging"},
            {"online_harm": "significant"},
            [("online_harm", "significant", "emerging")],
        ),
        ({"money": "none"}, {"money": "emerging"}, [("money", "emerging", "closed")]),
        ({"sexual_harm": "current"}, {}, [("sexual_exploitation", None, "significant")]),
        ({"criminal_harm": "recent"}, {}, [("criminal_exploitation", None, "moderate")]),
        ({}, {"radicalisation": "moderate"}, []),  # not asked about: nothing is said of it
    ],
)
def test_suggestions(answers: dict, standing: dict, found: list) -> None:
    said = rules.suggestions(answers, standing)
    assert [(one.domain, one.stands_at, one.points_to) for one in said] == found


@pytest.mark.parametrize(
    ("scored", "judged", "way"),
    [("none", "none", ""), ("none", "emerging", "higher"), ("significant", "moderate", "lower")],
)
def test_difference(scored: str, judged: str, way: str) -> None:
    assert rules.difference(SCALE, scored, judged) == way


# Cohen's weighted kappa, linear weights: 1 - sum(w*observed) / sum(w*expected), worked by hand.
def test_every_suggestion_is_about_a_question_that_is_asked_and_a_risk_there_is() -> None:
    asked, known = library.latest(rules.FULL_ASSESSMENT).questions, dict(rules.DOMAINS)
    answers = dict.fromkeys(asked, "severe") | dict.fromkeys(rules._HARMS, "current")
    said = rules.suggestions(answers, {})
    assert {one.question for one in said} <= asked.keys()
    assert {one.domain for one in said} <= known.keys()
    assert len(said) == len(rules._HARMS) + len(rules._AREAS)


def test_measures_and_questionnaire_have_the_same_scale() -> None:
    assert [band.key for band in library.latest(rules.FULL_ASSESSMENT).bands] == BANDS == SCALE
