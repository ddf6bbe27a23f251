"""What is owed to a child in care and was not done in time, as far as no other area has it."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from kittiwake.practice.duties import rules
from kittiwake.practice.duties.duties import STANDARDS
from kittiwake.primitives.measures.links import BrokenLink, Mend
from kittiwake.primitives.shared_pages.links import LateClocks

LINKS = [
    BrokenLink(
        "duties.not_done",
        "Owed to a child in care, and not done",
        "Health, school and somebody who watches over the plan: the council is their parent.",
        f"{rules.CPPCR}, regulation 7; {rules.SECURE}; statutory guidance",
        LateClocks(*STANDARDS, titled=True),
        reads=tuple(standard.key for standard in STANDARDS),
        mends=(Mend("Say that it was done", "duties:say_done", Power.REPORT, "child"),),
    )
]
