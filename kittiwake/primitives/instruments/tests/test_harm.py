"""Harm is never rated below its own level, whatever else was answered: single answers, places and groups."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kittiwake.primitives.instruments import library, rules
from kittiwake.primitives.instruments.questionnaire import NOT_KNOWN, Instrument
from kittiwake.primitives.instruments.tests.answering import any_answers, quiet

EXPLOITATION = library.latest("exploitation_risk")
LIBRARY = [library.latest(key) for key in sorted({key for key, _ in library.published()})]
SCORED = [instrument for instrument in LIBRARY if any(section.in_total for section in instrument.sections)]
AGES = st.one_of(st.none(), st.integers(0, 25))

# Every question of harm that has happened, by when it happened: 5 in the last 6 months, 1 only before, 6 for both, as the
# published matrix; and, alone, at least this band.
HARM = """
                 historic     recent        current        both
    sexual_harm     0 emerging   1 moderate    5 significant  6 significant
    criminal_harm   0 emerging   1 moderate    5 significant  6 significant
    violence        0 emerging   1 moderate    5 significant  6 significant
    weapon          0 emerging   1 significant 5 significant  6 significant
    assault_told    0 emerging   1 significant 5 significant  6 significant
    night_with_adult 0 emerging  1 moderate    5 significant  6 significant
    held            0 emerging   1 moderate    5 significant  6 significant
    moved           0 emerging   1 moderate    5 significant  6 significant
"""


def drawn(table: str) -> Iterator[tuple[str, str, int, str]]:
    head, *rows = (line.split() for line in table.strip().splitlines())
    for question, *cells in rows:
        for answer, points, band in zip(head, cells[::2], cells[1::2], strict=True):
            yield question, answer, int(points), band


@pytest.mark.parametrize(("question", "answer", "points", "band"), list(drawn(HARM)))
def test_harm_that_has_happened(question: str, answer: str, points: int, band: str) -> None:
    scored = rules.score(EXPLOITATION, quiet(EXPLOITATION, **{question: answer}), age=15)
    assert (scored.total, scored.band.key) == (points, band)


def test_the_table_of_harm_has_every_question_of_that_section() -> None:
    (section,) = [part for part in EXPLOITATION.sections if part.key == "harm"]
    assert {question for question, *_ in drawn(HARM)} == {
        question_asked.key for question_asked in section.questions
    }


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_no_answer_of_harm_comes_out_below_its_floor(data: st.DataObject) -> None:
    """Whatever else was answered, and left out."""
    answers = data.draw(any_answers(EXPLOITATION))
    scored = rules.score(EXPLOITATION, answers, age=data.draw(AGES))
    lowest = {(question, answer): band for question, answer, _, band in drawn(HARM)}
    for asked, answer in answers.items():
        band = lowest.get((asked, answer if isinstance(answer, str) else ""), "none")
        assert EXPLOITATION.height(scored.band.key) >= EXPLOITATION.height(band), asked


@pytest.mark.parametrize("instrument", SCORED, ids=lambda instrument: instrument.key)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_what_an_answer_points_to_points_and_band_never_contradict_each_other(
    instrument: Instrument, data: st.DataObject
) -> None:
    """The band is the highest of what the points give, what each answer says by itself, and what the child's own facts
    demand: never below one of them, and never above all."""
    answers, age = data.draw(any_answers(instrument)), data.draw(AGES)
    scored = rules.score(instrument, answers, age=age)
    said = [band for band in rules.pointed_to(instrument, answers).values() if band]
    demanded = [scored.by_points.key, *(floor.band for floor in scored.floors)]
    assert instrument.height(scored.band.key) == max(map(instrument.height, [*demanded, *said]))
    assert set(said) <= {floor.band for floor in scored.floors}


def test_not_known_says_nothing_either_way() -> None:
    said = rules.pointed_to(EXPLOITATION, {"violence": "not_known", "weapon": "no", "missing": "historic"})
    assert said == {"weapon": "", "missing": ""}


def test_not_known_has_the_same_key_everywhere() -> None:
    for instrument in LIBRARY:
        for question in instrument.questions.values():
            for choice in question.choices:
                assert (choice.key == NOT_KNOWN) == (choice.text == "Not known"), question.key


@pytest.mark.parametrize("key", ["place_context", "peer_group_context"])
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_serious_harm_at_a_place_or_in_a_group_is_never_below_significant(
    key: str, data: st.DataObject
) -> None:
    instrument = library.latest(key)
    (section,) = [part for part in instrument.sections if part.in_total]
    question = data.draw(st.sampled_from(section.questions)).key
    answers = {**data.draw(any_answers(instrument)), question: "severe"}
    assert rules.score(instrument, answers).band.key == "significant"
