"""Answers to test with: a whole questionnaire answered with nothing to worry about, and strategies for any answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from kittiwake.primitives.instruments import rules
from kittiwake.primitives.instruments.parsing import read
from kittiwake.primitives.instruments.questionnaire import CHOICE, SEVERAL, TEXT, Instrument

FILES = Path(__file__).parent / "files"


def published(name: str) -> Instrument:
    file = FILES / f"{name}.v1.toml"
    return read(file.read_bytes(), file.name)


def quiet(instrument: Instrument, **more: Any) -> dict[str, Any]:
    """Every question that must be answered, with its first choice or a word; and `more`, with what that leads to."""
    answers: dict[str, Any] = {}
    for key, question in instrument.questions.items():
        if key in more:
            answers[key] = more[key]
        elif question.required and question in rules.asked(instrument, answers):
            answers[key] = "Words" if question.kind == TEXT else question.choices[0].key
    return answers


def any_answers(instrument: Instrument) -> st.SearchStrategy[dict[str, Any]]:
    """Anything a broken page or a rough import could hold for the questions there are, hidden ones too."""
    of = {
        CHOICE: lambda q: st.sampled_from([c.key for c in q.choices]),
        SEVERAL: lambda q: st.lists(st.sampled_from([c.key for c in q.choices]), unique=True),
        TEXT: lambda q: st.just("Words"),
    }
    return st.fixed_dictionaries(
        {}, optional={key: of[question.kind](question) for key, question in instrument.questions.items()}
    )
