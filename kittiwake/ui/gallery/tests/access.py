"""The gallery shows components, to anybody, in the made-up council only."""

from __future__ import annotations

from tests.matrix.pages import open_to_all

NAMES = [
    "contents",
    "components",
    "form",
    "form_with_errors",
    "lists",
    "navigation",
    "confirm",
    "conflicting",
]
PAGES = [
    *(open_to_all(f"gallery:{name}") for name in NAMES),
    open_to_all("gallery:error", at={"code": "404"}),
]
