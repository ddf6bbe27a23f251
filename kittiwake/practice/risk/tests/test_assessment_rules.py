"""What an assessment suggests, and how far marks agree: worked examples."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kittiwake.practice.risk import rules
from kittiwake.practice.risk.measures import BANDS
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.rules import pointed_to, score
from kittiwake.primitives.instruments.tests.answering import any_answers

FULL = library.latest(rules.FULL_ASSESSMENT)
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
        ({"weapon": "recent"}, {}, [("serious_violence", None, "significant")]),
        ({}, {"radicalisation": "moderate"}, []),  # not asked about: nothing is said of it
        ({}, {"money": "moderate", "sexual_exploitation": "significant"}, []),  # nor of what was left out
        ({"money": "not_known"}, {"money": "emerging"}, []),
        ({"sexual_harm": "not_known"}, {"sexual_exploitation": "significant"}, []),
        # Two questions speak of adults: while one is not known, the risk is neither lower nor over; higher it may be.
        ({"adults": "none", "night_with_adult": "not_known"}, {"adults": "moderate"}, []),
        ({"adults": "emerging", "night_with_adult": "not_known"}, {"adults": "significant"}, []),
        (
            {"adults": "severe", "night_with_adult": "not_known"},
            {"adults": "moderate"},
            [("adults", "moderate", "significant")],
        ),
        (
            {"adults": "none", "night_with_adult": "no"},
            {"adults": "moderate"},
            [("adults", "moderate", "closed")],
        ),
    ],
)
def test_suggestions(answers: dict, standing: dict, found: list) -> None:
    said = rules.suggestions(pointed_to(FULL, answers), standing)
    assert [(suggestion.domain, suggestion.stands_at, suggestion.points_to) for suggestion in said] == found


ANSWERS, AGES = any_answers(FULL), st.one_of(st.none(), st.integers(0, 25))
STANDING = st.dictionaries(
    st.sampled_from(sorted(dict(rules.DOMAINS))), st.sampled_from(sorted(dict(rules.LEVELS)))
)


@given(answers=ANSWERS, age=AGES, standing=STANDING)
@settings(max_examples=200, deadline=None)
def test_no_risk_is_opened_or_raised_above_what_the_child_is_rated(
    answers: dict, age: int | None, standing: dict
) -> None:
    band = score(FULL, answers, age=age).band.key
    for suggestion in rules.suggestions(pointed_to(FULL, answers), standing):
        if suggestion.points_to != rules.CLOSED:
            assert SCALE.index(suggestion.points_to) <= SCALE.index(band), suggestion


@given(answers=ANSWERS, standing=STANDING)
@settings(max_examples=200, deadline=None)
def test_not_known_never_closes_or_lowers_a_standing_risk(answers: dict, standing: dict) -> None:
    """Whichever one answer is taken to be not known: no risk that it speaks of is over or lower for it."""
    for question in [key for key in answers if key in rules._SPEAKS_OF]:
        unsure = {**answers, question: "not_known"}
        for suggestion in rules.suggestions(pointed_to(FULL, unsure), standing):
            if suggestion.domain == rules._SPEAKS_OF[question]:
                assert suggestion.points_to != rules.CLOSED
                assert suggestion.stands_at is None or rules.height(suggestion.points_to) > rules.height(
                    suggestion.stands_at
                )


@pytest.mark.parametrize(
    ("judged", "was", "differs", "asks"),
    [
        ("none", None, "", False),
        ("emerging", None, "", False),
        ("emerging", "emerging", "", False),
        ("emerging", "none", "", True),
        ("none", "significant", "", True),
        ("emerging", None, "lower", True),
        ("moderate", None, "", True),
        ("moderate", "moderate", "", True),
        ("significant", None, "", True),
    ],
)
def test_when_a_manager_looks(judged: str, was: str | None, differs: str, asks: bool) -> None:
    assert rules.asks_for_oversight(SCALE, judged, was, differs) is asks


@pytest.mark.parametrize(
    ("scored", "judged", "way"),
    [("none", "none", ""), ("none", "emerging", "higher"), ("significant", "moderate", "lower")],
)
def test_difference(scored: str, judged: str, way: str) -> None:
    assert rules.difference(SCALE, scored, judged) == way


def test_every_suggestion_is_about_a_question_that_is_asked_and_a_risk_there_is() -> None:
    said = rules.suggestions(dict.fromkeys(rules._SPEAKS_OF, "significant"), {})
    assert rules._SPEAKS_OF.keys() <= FULL.questions.keys()
    assert (
        {suggestion.domain for suggestion in said}
        == set(rules._SPEAKS_OF.values())
        <= dict(rules.DOMAINS).keys()
    )


def test_measures_and_questionnaire_have_the_same_scale() -> None:
    assert [band.key for band in library.latest(rules.FULL_ASSESSMENT).bands] == BANDS == SCALE
