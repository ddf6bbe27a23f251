"""The columns of a table."""

from __future__ import annotations

from typing import Any


def columns(*texts: str) -> list[dict[str, Any]]:
    """The first is words; a text that ends in # is a column of numbers."""
    return [{"text": text.rstrip("#"), "is_number": text.endswith("#")} for text in texts]
