"""One measure for one group, and that it is hidden."""

from __future__ import annotations

from dataclasses import dataclass, replace

HIDDEN = "c"


@dataclass(frozen=True)
class Figure:
    """One measure for one group. `group` is None for the whole; `value` is the figure itself: a count, a share from 0
    to 1, an average or a median. The denominator is None where there is none, the numerator for a median."""

    group: str | None
    numerator: int | None
    denominator: int | None
    value: float | None
    is_hidden: bool = False

    @property
    def hidden(self) -> Figure:
        """It carries no numbers, so that nothing can show them by mistake."""
        return replace(self, numerator=None, denominator=None, value=None, is_hidden=True)
