"""What a report says of looking at our own work."""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.primitives.measures.themes import Term, Theme

THEMES = [
    Theme(
        "audits",
        "Audits and learning",
        "How good is our work when we look at it ourselves, and does what we find change anything for a child?",
        70,
        Role.PRINCIPAL_SOCIAL_WORKER,
        measures=("P68", "P71", "P72", "P73"),
        heard=("P69", "P26"),
        terms=(
            Term("Audit", "Somebody with no part in the work reads a child’s record, asks the worker and the family, and grades it."),
            Term("Closed and verified", "Somebody else has seen that it made a difference for the child."),
        ),
    )
]  # fmt: skip
