"""Which measures of plans answer the questions that reports ask."""

from __future__ import annotations

from kittiwake.primitives.measures.themes import InTheme

THEMES = [
    InTheme("interviews", measures=("P16",)),
    InTheme("risk", measures=("P44",), heard=("P44b",)),
]
