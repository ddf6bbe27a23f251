"""A child's year drawn, and the same in a table. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import cached_property

from kittiwake.desk.child_page.rules import months, place
from kittiwake.primitives.shared_pages.marks import Mark
from kittiwake.time.moments import MONTHS
from kittiwake.ui.dates import long_date

LEFT, WIDTH, ROW, TOP = 140, 480, 30, 22
STEP = 7  # how much higher each level of risk stands


@dataclass
class YearDrawn:
    lanes: Sequence[str]
    marks: Sequence[Mark]
    since: date
    until: date

    @property
    def width(self) -> int:
        return LEFT + WIDTH

    @property
    def height(self) -> int:
        return TOP + ROW * len(self.lanes)

    @property
    def labels(self) -> list[tuple[str, int]]:
        """Each row's name, and how far down it stands."""
        return [(lane, TOP + ROW * number + 20) for number, lane in enumerate(self.lanes)]

    @property
    def months(self) -> list[tuple[str, float]]:
        firsts = months(self.since, self.until)
        return [(MONTHS[on.month - 1][:3], self._x(Mark("", on, on, ""))[0]) for on in firsts]

    def _x(self, mark: Mark) -> tuple[float, float]:
        start, length = place(mark, self.since, self.until, WIDTH)
        return round(LEFT + start, 1), round(length, 1)

    @cached_property
    def shapes(self) -> list[dict[str, Any]]:
        return [self._shape(mark) for mark in self.marks]

    def _shape(self, mark: Mark) -> dict[str, Any]:
        x, length = self._x(mark)
        y = TOP + ROW * list(self.lanes).index(mark.lane)
        if mark.is_span:
            return {"is_span": True, "x": x, "y": y + 7, "length": length, "height": 16, "edge": x}
        return {"is_span": False, "x": x, "y": y + 22 - STEP * mark.height}

    @property
    def columns(self) -> list[dict[str, Any]]:
        return [{"text": "From"}, {"text": "Until"}, {"text": "Row"}, {"text": "What"}]

    @property
    def rows(self) -> list[list[Any]]:
        """The newest first."""
        ordered = sorted(self.marks, key=lambda mark: (mark.starts_on, mark.lane), reverse=True)
        return [
            [
                long_date(mark.starts_on),
                self._until(mark),
                mark.lane,
                {"text": mark.text, "href": mark.href} if mark.href else mark.text,
            ]
            for mark in ordered
        ]

    def _until(self, mark: Mark) -> str:
        if not mark.is_span:
            return "That day"
        return long_date(mark.ends_on) if mark.ends_on else "Now"
