"""The lists of a day as a part of what is put together for a visit."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection.pack.contents import Asked, Contents, PackFile, PackPart, Sheet
from kittiwake.exchange.child_lists.counts import counts
from kittiwake.exchange.child_lists.lists import ListsOfDay, lists_of_the_day
from kittiwake.exchange.child_lists.workbook import NOT_IN_IT, annex_a_workbook

COLUMNS = ["List", "Rows", "Somebody should look at"]
NOT_THEIRS = "They are not in this pack: whoever asked for it does not make these lists. An analyst or the director does."


def child_level_lists(asked: Asked) -> Contents:
    """Only for whoever makes these lists on their own page too."""
    if not asked.viewer.user.is_system and not asked.viewer.may(Power.MAKE_LISTS):
        return Contents([Sheet("Child-level lists", words=NOT_THEIRS)])
    lists = lists_of_the_day(asked.viewer, asked.as_of, lambda done, total: None)
    file = PackFile(f"child-level-lists-{asked.as_of}.xlsx", annex_a_workbook(lists))
    return Contents([_said(lists)], [file], lists.children)


def _said(lists: ListsOfDay) -> Sheet:
    rows = [
        [f"{count.number}. {count.title}", f"{count.rows:,}", f"{count.with_doubts:,}"]
        for count in counts(lists)
    ]
    return Sheet("How many rows each list has", COLUMNS, rows, NOT_IN_IT)


PART = PackPart("child_level_lists", 50, "Child-level lists (Annex A)", child_level_lists)
