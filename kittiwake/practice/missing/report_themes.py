"""What a report says of children who go missing."""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.primitives.measures.themes import Term, Theme

THEMES = [
    Theme(
        "missing",
        "Children who go missing",
        "Are children who go missing looked for at once, and do fewer of them go again?",
        10,
        Role.SERVICE_MANAGER,
        measures=("P01", "P02", "P05", "P08b", "P19b"),
        terms=(
            Term("Episode", "One time that a child is missing, from when they are reported until they are back."),
            Term("Whoever has to know", "The people the law says are told: such as the council a child lives in."),
        ),
    )
]  # fmt: skip
