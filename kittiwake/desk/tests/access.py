"""Who may open the pages that cut across areas."""

from __future__ import annotations

from tests.matrix.pages import lists, reads, writes

PAGES = [
    lists("desk:my_work", "account.see"),
    lists("desk:board", "board.see"),
    writes("desk:search", "child.search", sends={"sought": "Matrix"}),
    reads("desk:child", "child.see", pk="child"),
    writes("desk:chronology", "chronology.see", sends={"words": "Quartz"}, pk="child"),
    writes("desk:add_child", "child.record"),
    writes("desk:change_child", "child.record", pk="child"),
    writes("desk:add_name", "child.record", pk="child"),
    writes("desk:allocate", "child.allocate", pk="child"),
]
