"""What a report says of answering to members."""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.primitives.measures.themes import Theme

THEMES = [
    Theme(
        "members",
        "What members ask, and what we promised",
        "Are members answered in time, and do we do what we said we would?",
        90,
        Role.DIRECTOR,
        measures=("P84", "P84b"),
    )
]
