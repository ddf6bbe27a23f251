"""From a questionnaire's file to its values, refusing a file that would score wrongly."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from kittiwake.primitives.instruments.questionnaire import (
    CHOICE,
    KINDS,
    TEXT,
    Band,
    Choice,
    Floor,
    Instrument,
    Question,
    Section,
    When,
)


class Unreadable(ValueError):
    """A questionnaire that Kittiwake will not use, and why."""


def read(data: bytes, name: str) -> Instrument:
    """The questionnaire in a file called `name`. Raises Unreadable with a sentence that names the file."""
    try:
        instrument = _made(tomllib.loads(data.decode()), sha256(data).hexdigest())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as problem:
        raise Unreadable(f"The questionnaire {name} cannot be read: {problem}.") from problem
    for fault in faults(instrument):
        raise Unreadable(f"The questionnaire {name} cannot be used: {fault}")
    return instrument


def _made(raw: dict[str, Any], checksum: str) -> Instrument:
    scales = {
        name: tuple(Choice(**choice) for choice in choices) for name, choices in raw.pop("scales", {}).items()
    }
    return Instrument(
        **{
            **raw,
            "sources": tuple(raw["sources"]),
            "sections": tuple(_section(section, scales) for section in raw["sections"]),
            "bands": tuple(Band(**band) for band in raw.get("bands", [])),
            "floors": tuple(
                Floor(**{**floor, "when": _when(floor.get("when"))}) for floor in raw.get("floors", [])
            ),
            "checksum": checksum,
        }
    )


def _section(raw: dict[str, Any], scales: dict[str, tuple[Choice, ...]]) -> Section:
    return Section(
        **{**raw, "questions": tuple(_question(question, scales) for question in raw["questions"])}
    )


def _question(raw: dict[str, Any], scales: dict[str, tuple[Choice, ...]]) -> Question:
    scale = raw.pop("scale", None)
    choices = scales[scale] if scale else tuple(Choice(**choice) for choice in raw.pop("choices", []))
    kind = raw.pop("kind", CHOICE if choices else TEXT)
    return Question(**{**raw, "kind": kind, "choices": choices, "when": _when(raw.get("when"))})


def _when(raw: dict[str, Any] | None) -> When | None:
    return When(raw["question"], tuple(raw["is"])) if raw else None


def faults(instrument: Instrument) -> Iterator[str]:
    """What would make it score wrongly or ask what cannot be answered."""
    keys = [question.key for section in instrument.sections for question in section.questions]
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        yield f"{', '.join(twice)} is asked twice."
    for number, key in enumerate(keys):
        yield from _faults_of(instrument, instrument.questions[key], set(keys[:number]))
    yield from _faults_of_bands(instrument)
    for floor in instrument.floors:
        yield from _faults_of_floor(instrument, floor)


def _faults_of(instrument: Instrument, question: Question, before: set[str]) -> Iterator[str]:
    key = question.key
    if question.kind not in KINDS:
        yield f"{key} is a {question.kind}, which is not a kind of question."
    if question.kind != TEXT and not question.choices:
        yield f"{key} has nothing to choose from."
    if any(choice.points < 0 for choice in question.choices):
        yield f"{key} takes points away: more harm must never lower a score, and strengths are counted apart."
    yield from _faults_of_choices(instrument, question)
    if question.when is not None:
        if question.when.question not in before:
            yield f"{key} depends on {question.when.question}, which is not asked before it."
        else:
            yield from _faults_of_when(instrument, question.when, key)
        if len(question.when.one_of) > 1 and question.kind != TEXT:
            yield f"{key} depends on more than one answer, and only a written answer can be taken out again."


def _faults_of_choices(instrument: Instrument, question: Question) -> Iterator[str]:
    bands = ["", *(band.key for band in instrument.bands)]
    for choice in question.choices:
        if choice.floor not in bands:
            yield f"“{choice.text}” at {question.key} names {choice.floor}, which is not one of its bands."
            return
    floors = [
        bands.index(choice.floor) for choice in sorted(question.choices, key=lambda choice: choice.points)
    ]
    if floors != sorted(floors):
        yield f"an answer to {question.key} counts more than another and allows a lower band."


def _faults_of_when(instrument: Instrument, when: When, of: str) -> Iterator[str]:
    known = {choice.key for choice in instrument.questions[when.question].choices}
    for answer in when.one_of:
        if answer not in known:
            yield f"{of} depends on “{answer}”, which is not an answer to {when.question}."


def _faults_of_bands(instrument: Instrument) -> Iterator[str]:
    starts = [band.at_least for band in instrument.bands]
    if starts and (starts[0] != 0 or starts != sorted(set(starts))):
        yield "its bands must start at 0 and each at more points than the one before."
    if not starts and any(section.in_total for section in instrument.sections):
        yield "it has points in total and no bands to say what they mean."


def _faults_of_floor(instrument: Instrument, floor: Floor) -> Iterator[str]:
    if floor.band not in {band.key for band in instrument.bands}:
        yield f"the floor “{floor.text}” names {floor.band}, which is not one of its bands."
    if floor.when is not None and floor.when.question not in instrument.questions:
        yield f"the floor “{floor.text}” depends on {floor.when.question}, which is not asked."
    elif floor.when is not None:
        yield from _faults_of_when(instrument, floor.when, f"the floor “{floor.text}”")
