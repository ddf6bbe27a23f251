"""What a report says of risk outside the home, and of plans to keep safe."""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.primitives.measures.themes import Term, Theme

THEMES = [
    Theme(
        "risk",
        "Risk and safety plans",
        "Do we know how much danger each child is in, and has each who needs it a plan that keeps them safe?",
        30,
        Role.SERVICE_MANAGER,
        measures=("P37", "P38", "P39", "P40d"),
        terms=(
            Term("Exploitation", "Somebody uses a child for sex, for selling drugs or for other crimes."),
            Term("Safety plan", "What is agreed with a child and their family, so that they are safer."),
        ),
    )
]  # fmt: skip
