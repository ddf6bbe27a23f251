"""Which measures of growing up answer the questions that reports ask."""

from __future__ import annotations

from kittiwake.primitives.measures.themes import InTheme

THEMES = [InTheme("care", measures=("P55", "P56"))]
