"""What a report says of who does the work."""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.primitives.measures.themes import Term, Theme

THEMES = [
    Theme(
        "workers",
        "Workers",
        "Are there enough workers, do they stay, and has none of them too many children?",
        80,
        Role.PRINCIPAL_SOCIAL_WORKER,
        measures=("P74", "P74b", "P74c", "P75b"),
        terms=(
            Term("Agency worker", "Somebody who works here for an agency, and is not employed by us."),
            Term("Vacancy", "A post that nobody of ours fills, also where an agency worker covers it."),
            Term("Turnover", "How many left in a year, of those who work here."),
        ),
    )
]  # fmt: skip
