"""What a report says of listening to children who came back."""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.primitives.measures.themes import Term, Theme

THEMES = [
    Theme(
        "interviews",
        "Return interviews",
        "Does somebody listen to every child who comes back, in time, and does it change anything for them?",
        20,
        Role.SERVICE_MANAGER,
        measures=("P11", "P09", "P10", "P15"),
        heard=("P13", "P17"),
        terms=(
            Term("Return interview", "A talk that every child is offered when they are back, with somebody independent."),
            Term("72 hours", "How soon it has to be held, by the government’s guidance: three days from their return."),
        ),
    )
]  # fmt: skip
