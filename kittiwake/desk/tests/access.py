"""Who may open the pages that cut across areas."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from kittiwake.practice.missing.tests.access import away_and_back, more_children
from kittiwake.practice.replies.rules import TOLD
from kittiwake.primitives.clocks.limits.recording import set_limit
from kittiwake.primitives.clocks.models import LocalLimit
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, reads, takes, writes


def _more_entries(made: Made, more: int) -> None:
    have = made.child.entries.count()
    for number in range(have, have + more):
        away_and_back(made.child, 100 + number, made)


def _limits_set(made: Made, more: int) -> None:
    have = LocalLimit.objects.filter(key=TOLD.key).count()
    for version in range(have, have + more):
        facts = {"count": 6 + version, "effective_from": local_date(made.at), "why": "x", "version": version}
        set_limit(TOLD, **facts, by=made.somebody(version), at=made.at)


PAGES = [
    lists("desk:my_work", Power.SIGN_IN, grows=more_children, at_most=12),
    writes("desk:late_work", Power.RECORD_MEETINGS, grows=more_children, at_most=22),
    takes("desk:look", Power.APPROVE),
    lists("desk:board", Power.SEE_BOARD, grows=more_children, at_most=12),
    lists("desk:more", Power.SIGN_IN),
    writes("desk:search", Power.SEARCH, sends={"sought": "Matrix"}, grows=more_children, at_most=12),
    reads("desk:child", Power.SEE_CHILD, pk="child", grows=_more_entries, at_most=12),
    writes(
        "desk:chronology",
        Power.SEE_CHRONOLOGY,
        sends={"words": "x"},
        pk="child",
        grows=_more_entries,
        at_most=12,
    ),
    reads("desk:print_chronology", Power.SEE_CHRONOLOGY, pk="child"),
    lists("desk:standards", Power.SEE_FIGURES, grows=_limits_set, at_most=12),
    reads("desk:standard", Power.SEE_FIGURES, at={"slug": TOLD.slug}, grows=_limits_set, at_most=12),
    writes("desk:set_limit", Power.SET_STANDARDS, at={"slug": TOLD.slug}),
]
