"""What a report says of children in care."""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.primitives.measures.themes import Term, Theme

THEMES = [
    Theme(
        "care",
        "Children in care and leaving care",
        "Do children in care live near the people they know, in homes that last, and are they ready when they leave?",
        50,
        Role.SERVICE_MANAGER,
        measures=("P52", "P50", "P51"),
        terms=(
            Term("At a distance", "Outside our area and outside the areas next to it."),
            Term("Care leaver", "Somebody of 16 to 25 who was in care."),
        ),
    )
]  # fmt: skip
