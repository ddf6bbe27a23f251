"""Who may open the pages of measures."""

from __future__ import annotations

from tests.matrix.pages import lists

ONE = {"key": "P01"}
PAGES = [
    lists("insight:measures", "measures.see"),
    lists("insight:measure", "measures.see", at=ONE),
    lists("insight:rows", "measures.rows", at=ONE),
]
