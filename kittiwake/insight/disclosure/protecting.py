"""Tables as they may be published: which figures are hidden is found for all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kittiwake.insight.disclosure.figure import Figure
from kittiwake.insight.disclosure.links import publication_of
from kittiwake.insight.disclosure.sizes import Sizes
from kittiwake.insight.disclosure.suppressing import suppressed
from kittiwake.insight.disclosure.tables import Sum, Table, key_of

Protected = dict[tuple[str, str], list[Figure]]  # by the table's key and what it is broken down by


def protect(tables: Sequence[Table], sizes: Sizes, together: Sequence[Sum] = ()) -> Protected:
    """All that goes out together, and what went out before (`is_out`), which stays as it is. Hidden figures carry no numbers.

    What shares a number, a case or a total with something else has to be in one call: what is protected by itself can be
    given away by what is not there.
    """
    hidden = _hidden(tuple(tables), sizes, tuple(together))
    return {
        (table.key, breakdown.by): [
            figure.hidden if key_of(table.key, breakdown.by, number) in hidden else figure
            for number, figure in enumerate(breakdown.figures)
        ]
        for table in tables
        for breakdown in table.breakdowns
    }


@lru_cache(maxsize=16)
def _hidden(tables: tuple[Table, ...], sizes: Sizes, together: tuple[Sum, ...]) -> set[str]:
    return suppressed(publication_of(tables, sizes, together))
