"""Who may open the pages of risk."""

from __future__ import annotations

from kittiwake.practice.risk import recording, rules
from kittiwake.practice.risk.models import PresentingRisk
from tests.matrix.pages import Made, reads, writes


def make(made: Made) -> None:
    why = made.word("risk.presenting_risk")
    made["risk"] = recording.open_risk(
        made.child, domain="county_lines", level="moderate", why=why, by=made.by, at=made.at
    )


def _more_risks(made: Made, more: int) -> None:
    """Of every kind at once; then those again, what stood before being closed."""
    for number in range(more):
        by, domain = made.somebody(number), rules.DOMAINS[number % len(rules.DOMAINS)][0]
        for standing in PresentingRisk.objects.filter(child=made.child, domain=domain, is_counted=True):
            recording.close_risk(standing, reason="x", by=by, at=made.at)
        recording.open_risk(made.child, domain=domain, level="moderate", why="x", by=by, at=made.at)


def _judged_again(made: Made, more: int) -> None:
    for number in range(more):
        by, level = made.somebody(number), rules.LEVELS[number % len(rules.LEVELS)][0]
        recording.move_risk(made["risk"], level=level, words="x", by=by, at=made.at)


PAGES = [
    reads("risk:risks", "risk.see", child_pk="child", grows=_more_risks, at_most=12),
    reads("risk:presenting_risk", "risk.see", pk="risk", grows=_judged_again, at_most=12),
    writes("risk:open_risk", "risk.record", child_pk="child"),
    writes("risk:move_risk", "risk.record", pk="risk"),
    writes("risk:close_risk", "risk.record", pk="risk"),
    writes("risk:strike_out", "entry.strike_out", pk="risk"),
]
