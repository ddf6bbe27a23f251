"""How long a record is kept: by law, or as the council has set it. Read on the day of asking."""

from __future__ import annotations

from datetime import date

from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard, years

CARE = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 50"
UNLIKE = "Local: councils differ, and no law says it"

LOOKED_AFTER = Standard(
    "retention.looked_after", "A record of a child in care kept: from their birth", years(75), CARE
)
DIED = Standard(
    "retention.died",
    "A record of a child in care who died before 18 kept: from the day they died",
    years(15),
    CARE,
)
PROTECTION = Standard(
    "retention.child_protection",
    "A record with child protection kept: from the last time anything was written",
    years(35),
    f"{UNLIKE}: 35 years after the last contact in one, 25 years in another",
    local=True,
)
NEED = Standard(
    "retention.child_in_need",
    "A record with a child in need plan kept: from their birth",
    years(25),
    f"{UNLIKE}: 21 to 25 years",
    local=True,
)
OTHER = Standard(
    "retention.other",
    "Any other record of a child kept: from their birth",
    years(25),
    f"{UNLIKE}: missing episodes and return interviews follow the record they are part of",
    local=True,
)


def kept_for(standard: Standard, on: date) -> int:
    """Years."""
    return limits.count(standard, on)
