"""Who may choose whom to be, in the made-up council."""

from __future__ import annotations

from tests.matrix.pages import open_to_all

PAGES = [open_to_all("personas:choice"), open_to_all("personas:tour")]
