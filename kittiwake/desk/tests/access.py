"""Who may open the pages that cut across areas."""

from __future__ import annotations

from kittiwake.desk.broken_links import LINKS
from kittiwake.practice.missing.tests.access import away_and_back, more_children
from tests.matrix.pages import Made, lists, reads, writes


def _more_entries(made: Made, more: int) -> None:
    have = made.child.entries.count()
    for number in range(have, have + more):
        away_and_back(made.child, 100 + number, made)


PAGES = [
    lists("desk:my_work", "account.see", grows=more_children, at_most=19),
    lists("desk:board", "board.see", grows=more_children, at_most=len(LINKS) + 18),
    lists("desk:more", "account.see"),
    writes("desk:search", "child.search", sends={"sought": "Matrix"}, grows=more_children, at_most=15),
    reads("desk:child", "child.see", pk="child", grows=_more_entries, at_most=30),
    writes(
        "desk:chronology", "chronology.see", sends={"words": "x"}, pk="child", grows=_more_entries, at_most=12
    ),
    writes("desk:add_child", "child.record"),
    writes("desk:change_child", "child.record", pk="child"),
    writes("desk:add_name", "child.record", pk="child"),
    writes("desk:allocate", "child.allocate", pk="child"),
]
