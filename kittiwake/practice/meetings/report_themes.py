"""What a report says of meetings at which people decide together."""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.primitives.measures.themes import InTheme, Term, Theme

THEMES = [
    Theme(
        "meetings",
        "Meetings that decide",
        "Do police, health, schools and we meet in time, with everybody who is needed, and do what we agreed?",
        40,
        Role.SERVICE_MANAGER,
        measures=("P27", "P29", "P30", "P33", "P42b"),
        heard=("P49",),
        terms=(
            Term("Strategy meeting", "The first meeting of police, health and us when a child may be seriously harmed."),
            Term("Quorum", "Those without whom a meeting may not decide: we, the police and health."),
            Term("Panel", "A regular meeting of all agencies about children who are exploited."),
        ),
    ),
    InTheme("care", measures=("P47",)),
]  # fmt: skip
