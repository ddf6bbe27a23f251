"""Which questions are asked, what is wrong with the answers, and what they score. Answers in, explanation out.

Points of harm are never lowered by strengths, and the total is never shown without its reasons: assessment tools are
not validated, and indicators of harm and of vulnerability answer different questions (2016 rapid evidence review;
2017 to 2018 studies for the Centre of expertise on child sexual abuse). The numbers are each questionnaire's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kittiwake.primitives.instruments.questionnaire import (
    CHOICE,
    NOT_KNOWN,
    TEXT,
    Band,
    Choice,
    Floor,
    Instrument,
    Question,
    Section,
    When,
)

Answers = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True)
class Line:
    """One answer and what it counted."""

    section: Section
    question: Question
    value: str
    said: str
    points: int


@dataclass(frozen=True)
class Subtotal:
    section: Section
    points: int


@dataclass(frozen=True)
class Score:
    """`by_points` is the band of the total alone; `band` is what it is once the floors have been looked at.

    The floors are those of single answers and those about the child, the highest first.
    """

    total: int
    by_points: Band | None
    band: Band | None
    subtotals: tuple[Subtotal, ...]
    floors: tuple[Floor, ...]
    lines: tuple[Line, ...]


def given(answers: Answers, key: str) -> tuple[str, ...]:
    """What was answered, as a tuple; empty where nothing was."""
    value = answers.get(key) or ()
    return (value,) if isinstance(value, str) else tuple(value)


def asked(instrument: Instrument, answers: Answers) -> list[Question]:
    """The questions these answers lead to, in order. One that depends on a question not asked is not asked either."""
    questions: dict[str, Question] = {}
    for key, question in instrument.questions.items():
        if question.when is None or (question.when.question in questions and _holds(question.when, answers)):
            questions[key] = question
    return list(questions.values())


def _holds(when: When, answers: Answers) -> bool:
    return any(value in when.one_of for value in given(answers, when.question))


def problems(instrument: Instrument, answers: Answers) -> dict[str, str]:
    """What is wrong, by question, in words a worker can act on. Empty where the answers can be kept."""
    applies = {question.key for question in asked(instrument, answers)}
    problems: dict[str, str] = {}
    for key in answers:
        if key not in instrument.questions:
            problems[key] = (
                f"“{key}” is not a question in {instrument.name}. Open the page again and answer it there."
            )
    for key, question in instrument.questions.items():
        if wrong := _problem(instrument, question, given(answers, key), key in applies):
            problems[key] = wrong
    return problems


def _problem(instrument: Instrument, question: Question, values: tuple[str, ...], applies: bool) -> str:
    if values and not applies:
        assert question.when is not None
        leads = instrument.questions[question.when.question]
        return f"“{question.text}” does not apply to your answer to “{leads.text}”. Change that answer, or clear this one."
    if applies and question.required and not values:
        return f"{'Enter' if question.kind == TEXT else 'Select'} an answer: {question.text}"
    if question.kind == TEXT:
        return ""
    known = {choice.key for choice in question.choices}
    if set(values) - known:
        return f"The answer must be one of the choices: {question.text}"
    return f"Select one answer: {question.text}" if question.kind == CHOICE and len(values) > 1 else ""


def score(instrument: Instrument, answers: Answers, *, age: int | None = None) -> Score:
    """What the answers count. Whatever stands in a question that is not asked counts for nothing."""
    wanted = {question.key for question in asked(instrument, answers)}
    counted = {key: values for key in wanted if (values := given(answers, key))}
    lines = tuple(_lines(instrument, counted))
    subtotals = tuple(Subtotal(section, _points(lines, section)) for section in instrument.sections)
    total = sum(subtotal.points for subtotal in subtotals if subtotal.section.in_total)
    by_points = band_of(instrument, total)
    floors = _floors(instrument, counted, age, total)
    lowest = [instrument.height(floor.band) for floor in floors[:1]]
    height = max([instrument.height(by_points.key), *lowest]) if by_points else -1
    return Score(total, by_points, instrument.bands[height] if by_points else None, subtotals, floors, lines)


def _lines(instrument: Instrument, counted: Answers) -> Iterator[Line]:
    for section in instrument.sections:
        for question in section.questions:
            values = given(counted, question.key)
            if question.kind == TEXT:
                yield from (Line(section, question, "", text, 0) for text in values)
            else:
                yield from (
                    Line(section, question, choice.key, choice.text, choice.points)
                    for choice in _chosen(question, values)
                )


def _chosen(question: Question, values: Sequence[str]) -> list[Choice]:
    return [choice for choice in question.choices if choice.key in values]


def _points(lines: Sequence[Line], section: Section) -> int:
    return sum(line.points for line in lines if line.section.key == section.key)


def band_of(instrument: Instrument, total: int) -> Band | None:
    """The highest band that this many points reach; None for a questionnaire without bands."""
    reached = [band for band in instrument.bands if band.at_least <= total]
    return reached[-1] if reached else None


def pointed_to(instrument: Instrument, answers: Answers) -> dict[str, str]:
    """What each answer says by itself: the lowest band it allows, or "" where it shows nothing.

    Only of questions whose answers can have such a band, and were answered: "not known" says nothing either way.
    """
    asking = [
        question
        for question in asked(instrument, answers)
        if any(choice.floor for choice in question.choices)
    ]
    said = {question.key: _chosen(question, given(answers, question.key)) for question in asking}
    return {
        key: max(
            (choice.floor for choice in chosen), key=lambda band: instrument.height(band) if band else -1
        )
        for key, chosen in said.items()
        if chosen and NOT_KNOWN not in {choice.key for choice in chosen}
    }


def _floors(instrument: Instrument, counted: Answers, age: int | None, total: int) -> tuple[Floor, ...]:
    of_answers = [
        Floor(choice.floor, said_to(question.text, choice.text), "")
        for question in instrument.questions.values()
        for choice in _chosen(question, given(counted, question.key))
        if choice.floor
    ]
    is_sign = total > 0 or bool(of_answers)
    of_child = [floor for floor in instrument.floors if _is_met(floor, counted, age, is_sign)]
    return tuple(sorted((*of_child, *of_answers), key=lambda floor: -instrument.height(floor.band)))


def said_to(question: str, answer: str) -> str:
    """A question and its answer in one line."""
    return f"{question}{'' if question.endswith('?') else ':'} {answer}"


def _is_met(floor: Floor, counted: Answers, age: int | None, is_sign: bool) -> bool:
    if floor.needs_sign and not is_sign:
        return False
    if floor.under_age is not None and (age is None or age >= floor.under_age):
        return False
    return floor.when is None or _holds(floor.when, counted)
