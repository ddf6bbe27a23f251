"""Which clocks a measure counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kittiwake.primitives.clocks.duties import governed

if TYPE_CHECKING:
    import ibis


def counted(clock: ibis.Table) -> ibis.Table:
    """Those that ran out or were met, and those that still run. One whose duty fell away before it was due is not
    counted; one that was due and not met before it fell away stays missed: leaving care does not make a review held.
    Of clocks that are started by hand the moment of cancelling is that of a correction, so none of those is counted.
    """
    missed = clock.key.isin(sorted(governed())) & (clock.cancelled_at > clock.due_at)
    return clock.filter(clock.cancelled_at.isnull() | missed)
