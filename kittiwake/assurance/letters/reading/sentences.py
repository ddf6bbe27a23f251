"""A text cut into its sentences."""

from __future__ import annotations

import re
from textwrap import wrap

# After these a full stop ends no sentence.
_SHORT = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|Mr|Mrs|Ms|Dr|Prof|St|No|para|paras|p|pp|s|ss|Art|reg)|\b[A-Z])\.$"
)
_END = re.compile(r"[.?!]+[’”\")\]]*(?=\s+[‘“\"(\[]?[A-Z0-9£])")


MOST = 2000  # characters: what is longer is no sentence, and is cut so that no pattern takes long over it


def sentences_of(text: str) -> list[str]:
    return [piece for sentence in _sentences(text) for piece in wrap(sentence, MOST)]


def _sentences(text: str) -> list[str]:
    whole, start = [], 0
    for end in _END.finditer(text):
        if _SHORT.search(text[start : end.start() + 1]):
            continue
        whole.append(text[start : end.end()].strip())
        start = end.end()
    return _with_their_notes([sentence for sentence in [*whole, text[start:].strip()] if sentence])


def _with_their_notes(sentences: list[str]) -> list[str]:
    """What stands in brackets behind a sentence, as "(Recommendation)", belongs to it."""
    whole: list[str] = []
    for sentence in sentences:
        if whole and re.fullmatch(r"\([^()]*\)\.?|[^A-Za-z]+", sentence):
            whole[-1] = f"{whole[-1]} {sentence}"
        else:
            whole.append(sentence)
    return [sentence for sentence in whole if re.search(r"[^\W\d_]", sentence)]
