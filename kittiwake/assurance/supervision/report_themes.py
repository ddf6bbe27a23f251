"""What a report says of supervision, and of how alike teams are looked after."""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.primitives.measures.themes import Term, Theme

THEMES = [
    Theme(
        "oversight",
        "Consistency of oversight and supervision",
        "Is every worker helped to think about every child, as often and as well in each team?",
        60,
        Role.PRINCIPAL_SOCIAL_WORKER,
        measures=("P63", "P64", "P65b", "P66"),
        heard=("P64b",),
        terms=(
            Term("Supervision", "A regular talk of a worker and their manager about the children they work with."),
            Term("Oversight", "A manager reads what was decided about a child, and writes down what they think of it."),
        ),
    )
]  # fmt: skip
