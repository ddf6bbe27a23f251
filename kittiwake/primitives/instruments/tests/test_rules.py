"""Scoring: published matrices score as published, and no order, strength or hidden answer can make harm look smaller."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kittiwake.primitives.instruments import library, rules
from kittiwake.primitives.instruments.questionnaire import CHOICE, Instrument
from kittiwake.primitives.instruments.tests.answering import any_answers, published, quiet

MATRIX, COUNTS = published("published_matrix"), published("published_counts")
EXPLOITATION = library.latest("exploitation_risk")
FIRST = library.instrument("exploitation_risk", 1)
AREAS = [question.key for question in EXPLOITATION.sections[0].questions if question.choices]
LIBRARY = [library.latest(key) for key in sorted({key for key, _ in library.published()})]
WITH_BANDS = [*LIBRARY, MATRIX, COUNTS]
SCORED = [instrument for instrument in WITH_BANDS if any(section.in_total for section in instrument.sections)]
AGES = st.one_of(st.none(), st.integers(0, 25))


def ticked(prefix: str, count: int) -> list[str]:
    return [f"{prefix}{number}" for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("vulnerable", "moderate", "signs", "total", "band"),
    [
        (0, 0, (), 0, "none"),
        (5, 0, (), 5, "none"),
        (6, 0, (), 6, "mild"),
        (4, 1, ("current",), 10, "mild"),
        (5, 1, ("current",), 11, "moderate"),
        (5, 5, ("recent",), 11, "moderate"),
        (3, 1, ("current", "both"), 15, "moderate"),
        (4, 1, ("current", "both"), 16, "significant"),
        (0, 0, ("both", "both", "both"), 18, "significant"),
        (11, 6, ("both", "both", "both"), 35, "significant"),
    ],
)
def test_a_published_matrix_scores_as_published(
    vulnerable: int, moderate: int, signs: tuple, total: int, band: str
) -> None:
    """1 for each vulnerability and moderate sign; 5, 1 or 6 for a significant one; bands from 0, 6, 11 and 16."""
    answers = {"vulnerabilities": ticked("v", vulnerable), "moderate": ticked("m", moderate)}
    answers |= {f"s{place}": sign for place, sign in enumerate(signs, 1)}
    scored = rules.score(MATRIX, answers)
    assert (scored.total, scored.band.key) == (total, band)


@pytest.mark.parametrize(
    ("low", "medium", "age", "disability", "band"),
    [
        (0, 0, 15, "no", "none"),
        (1, 0, 15, "no", "low"),
        (3, 0, 15, "no", "low"),
        (1, 1, 15, "no", "medium"),
        (3, 2, 15, "no", "medium"),
        (1, 0, 12, "no", "medium"),
        (1, 0, 13, "no", "low"),
        (1, 0, 15, "yes", "medium"),
        (0, 0, 12, "yes", "none"),
        (1, 0, None, "no", "low"),
    ],
)
def test_a_published_rating_and_its_hard_rules(
    low: int, medium: int, age: int | None, disability: str, band: str
) -> None:
    answers = {"low": ticked("l", low), "medium": ticked("m", medium), "learning_disability": disability}
    assert rules.score(COUNTS, answers, age=age).band.key == band


@pytest.mark.parametrize(
    ("answers", "age", "total", "by_points", "band"),
    [
        ({}, 15, 0, "none", "none"),
        ({"missing": "historic", "online": "emerging"}, 15, 3, "none", "none"),
        ({"missing": "emerging", "online": "emerging"}, 15, 4, "emerging", "emerging"),
        ({"missing": "emerging"}, 12, 2, "none", "moderate"),
        ({}, 12, 0, "none", "none"),
        ({"missing": "emerging", "learning_disability": "yes"}, 15, 2, "none", "moderate"),
        ({"learning_disability": "yes"}, 15, 0, "none", "none"),
        ({"nrm": "yes"}, 15, 0, "none", "moderate"),
        ({"assault_told": "current"}, 15, 5, "emerging", "significant"),
        ({"assault_told": "recent"}, 15, 2, "none", "significant"),
        ({"assault_told": "historic"}, 15, 1, "none", "none"),
        ({"weapon": "recent"}, 15, 2, "none", "significant"),
        ({"night_with_adult": "current"}, 15, 5, "emerging", "significant"),
        ({"night_with_adult": "recent"}, 15, 2, "none", "none"),
        ({"missing": "severe", "adults": "severe", "peers": "current"}, 15, 11, "emerging", "emerging"),
        ({"missing": "severe", "adults": "severe", "peers": "severe"}, 15, 12, "moderate", "moderate"),
        (dict.fromkeys(("missing", "adults", "peers", "places", "online", "money"), "severe"), 15, 24, "significant",
         "significant"),
    ],
)  # fmt: skip
def test_the_first_exploitation_matrix_scores_as_it_did(
    answers: dict[str, str], age: int, total: int, by_points: str, band: str
) -> None:
    """What it rated too low is rated as it was: the children it rated are looked at again, by the version after it."""
    scored = rules.score(FIRST, quiet(FIRST, **answers), age=age)
    assert (scored.total, scored.by_points.key, scored.band.key) == (total, by_points, band)


@pytest.mark.parametrize(
    ("answers", "age", "total", "by_points", "band"),
    [
        ({}, 15, 0, "none", "none"),
        ({"missing": "historic", "online": "historic"}, 15, 2, "none", "none"),
        ({"missing": "emerging"}, 15, 2, "none", "emerging"),
        ({"missing": "emerging", "online": "emerging"}, 15, 4, "emerging", "emerging"),
        ({"missing": "emerging"}, 12, 2, "none", "moderate"),
        ({}, 12, 0, "none", "none"),
        ({"missing": "emerging", "learning_disability": "yes"}, 15, 2, "none", "moderate"),
        ({"learning_disability": "yes"}, 15, 0, "none", "none"),
        ({"violence": "historic"}, 12, 0, "none", "moderate"),
        ({"violence": "not_known"}, 12, 0, "none", "none"),
        ({"nrm": "yes"}, 15, 0, "none", "moderate"),
        ({"missing": "current"}, 15, 3, "none", "moderate"),
        ({"adults": "severe"}, 15, 4, "emerging", "significant"),
        (dict.fromkeys(("missing", "adults", "peers", "places", "online", "money"), "emerging"), 15, 12, "moderate",
         "moderate"),
        (dict.fromkeys(AREAS[:8], "current"), 15, 24, "significant", "significant"),
        ({"sexual_harm": "current"}, 15, 5, "emerging", "significant"),
        ({"held": "current", "moved": "current"}, 15, 10, "emerging", "significant"),
        ({"held": "both", "moved": "recent"}, 15, 7, "emerging", "significant"),
    ],
)  # fmt: skip
def test_the_exploitation_matrix(
    answers: dict[str, str], age: int, total: int, by_points: str, band: str
) -> None:
    """Ten areas of 0 to 4, harm weighted by how long ago, and the lowest band of every answer."""
    scored = rules.score(EXPLOITATION, quiet(EXPLOITATION, **answers), age=age)
    assert (scored.total, scored.by_points.key, scored.band.key) == (total, by_points, band)


def test_strengths_and_vulnerability_are_counted_apart() -> None:
    bare = rules.score(EXPLOITATION, quiet(EXPLOITATION, missing="severe"))
    strong = rules.score(
        EXPLOITATION,
        quiet(EXPLOITATION, missing="severe", trusted_adult="strong", vulnerabilities=["care", "loss"]),
    )
    assert (strong.total, strong.band) == (bare.total, bare.band)
    points = {subtotal.section.key: subtotal.points for subtotal in strong.subtotals}
    assert points == {"areas": 4, "harm": 0, "vulnerability": 2, "protective": 4}


@pytest.mark.parametrize("instrument", SCORED, ids=lambda instrument: instrument.key)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_more_harm_never_lowers_the_band(instrument: Instrument, data: st.DataObject) -> None:
    """Any answer in a section that is scored, moved to one that counts more."""
    answers, age = data.draw(any_answers(instrument)), data.draw(AGES)
    scored = [q for s in instrument.sections if s.in_total for q in s.questions if q.choices]
    question = data.draw(st.sampled_from(scored))
    before = rules.score(instrument, answers, age=age)
    after = rules.score(instrument, {**answers, question.key: _worse(question, answers, data)}, age=age)
    assert after.total >= before.total
    assert instrument.height(after.band.key) >= instrument.height(before.band.key)


def _worse(question: Any, answers: dict[str, Any], data: st.DataObject) -> Any:
    now = answers.get(question.key)
    if question.kind == CHOICE:
        points = {choice.key: choice.points for choice in question.choices}
        return data.draw(
            st.sampled_from([k for k, p in points.items() if now is None or k == now or p > points[now]])
        )
    return [*(now or []), *[c.key for c in question.choices if c.key not in (now or [])][:1]]


@pytest.mark.parametrize("instrument", WITH_BANDS, ids=lambda instrument: instrument.key)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_the_order_of_answers_does_not_matter(instrument: Instrument, data: st.DataObject) -> None:
    answers = data.draw(any_answers(instrument))
    order = data.draw(st.permutations(sorted(answers)))
    shuffled = {
        key: data.draw(st.permutations(answers[key])) if isinstance(answers[key], list) else answers[key]
        for key in order
    }
    assert rules.score(instrument, shuffled) == rules.score(instrument, answers)


@pytest.mark.parametrize("instrument", WITH_BANDS, ids=lambda instrument: instrument.key)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_hidden_answers_never_count(instrument: Instrument, data: st.DataObject) -> None:
    answers = data.draw(any_answers(instrument))
    asked = {question.key for question in rules.asked(instrument, answers)}
    assert rules.score(instrument, answers) == rules.score(
        instrument, {key: value for key, value in answers.items() if key in asked}
    )


@pytest.mark.parametrize("instrument", WITH_BANDS, ids=lambda instrument: instrument.key)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_every_point_is_on_a_line(instrument: Instrument, data: st.DataObject) -> None:
    """The explanation adds up: nothing is counted that no line shows."""
    scored = rules.score(instrument, data.draw(any_answers(instrument)))
    assert scored.total == sum(line.points for line in scored.lines if line.section.in_total)
    assert all(subtotal.points <= subtotal.section.most for subtotal in scored.subtotals)


@pytest.mark.parametrize(
    ("change", "at", "words"),
    [
        ({"missing": "dreadful"}, "missing", "The answer must be one of the choices: Going missing"),
        ({"missing": None}, "missing", "Select an answer: Going missing"),
        ({"missing_evidence": "Three nights"}, "missing_evidence", "does not apply to your answer to “Going missing”"),
        ({"missing": "current"}, "missing_evidence", "Enter an answer: Going missing: what tells you so?"),
        ({"tattoos": "yes"}, "tattoos", "is not a question in Exploitation risk assessment, version 2"),
        ({"missing": ["none", "current"]}, "missing", "Select one answer: Going missing"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_said_at_its_question(change: dict[str, Any], at: str, words: str) -> None:
    answers = {**quiet(EXPLOITATION), **change}
    assert words in rules.problems(EXPLOITATION, answers)[at]


@pytest.mark.parametrize("instrument", LIBRARY, ids=lambda instrument: instrument.key)
def test_a_quiet_questionnaire_has_no_problems_and_no_points(instrument: Instrument) -> None:
    answers = quiet(instrument)
    assert rules.problems(instrument, answers) == {}
    assert rules.score(instrument, answers).total == 0
