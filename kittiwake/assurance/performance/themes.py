"""The themes of reports, as the areas declare them; and as a report keeps one, whatever the areas say later."""

from __future__ import annotations

from typing import Any

from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.themes import InTheme, Term, Theme, themes

__all__ = ["InTheme", "Term", "Theme", "as_kept", "chosen", "themes"]


def chosen(keys: list[str]) -> list[Theme]:
    """In the order of themes; a key that no area declares any more is left out."""
    return [theme for theme in themes().values() if theme.key in keys]


def as_kept(theme: Theme) -> dict[str, Any]:
    """All that a page of it says, as plain values; only measures there are."""
    known = catalogue.measures()
    return {
        "key": theme.key,
        "title": theme.title,
        "question": theme.question,
        "accountable": theme.accountable.label,
        "measures": [key for key in theme.measures if key in known],
        "heard": [key for key in theme.heard if key in known],
        "terms": [[term.word, term.means] for term in theme.terms],
    }
