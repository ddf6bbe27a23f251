"""Who may open the pages of risk."""

from __future__ import annotations

from kittiwake.practice.risk import recording
from tests.matrix.pages import Made, reads, writes


def make(made: Made) -> None:
    why = made.word("risk.presenting_risk")
    made["risk"] = recording.open_risk(
        made.child, domain="county_lines", level="moderate", why=why, by=made.by, at=made.at
    )


PAGES = [
    reads("risk:risks", "risk.see", child_pk="child"),
    reads("risk:presenting_risk", "risk.see", pk="risk"),
    writes("risk:open_risk", "risk.record", child_pk="child"),
    writes("risk:move_risk", "risk.record", pk="risk"),
    writes("risk:close_risk", "risk.record", pk="risk"),
    writes("risk:strike_out", "entry.strike_out", pk="risk"),
]
