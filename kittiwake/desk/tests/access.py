"""Who may open the pages that cut across areas."""

from __future__ import annotations

from kittiwake.desk.broken_links import LINKS
from kittiwake.practice.missing.tests.access import away_and_back, more_children
from kittiwake.practice.replies.rules import TOLD
from kittiwake.primitives.clocks.models import LocalLimit
from kittiwake.primitives.clocks.recording_of_limits import set_limit
from kittiwake.ui.dates import local_date
from tests.matrix.pages import Made, lists, reads, writes


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
    lists("desk:standards", "standards.see", grows=_limits_set, at_most=12),
    reads("desk:standard", "standards.see", at={"slug": TOLD.slug}, grows=_limits_set, at_most=12),
    writes("desk:set_limit", "standards.change", at={"slug": TOLD.slug}),
]
