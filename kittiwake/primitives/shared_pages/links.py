"""Broken links, found together: those of all areas that are nothing but a clock past its time, with one query."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import QuerySet

from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.clocks.standards import Standard
from kittiwake.primitives.measures.links import CLOCK, Broken, BrokenLink, See
from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.queries.together import lists_together, together

Late = list[tuple[Any, ...]]  # of each clock what a broken link says of it, and its key


class LateClocks:
    """The `find` of a link: clocks of these standards past their time. `titled`: each is called as its standard is."""

    def __init__(self, *standards: Standard, titled: bool = False) -> None:
        self.keys = {standard.key for standard in standards}
        self.titles = {standard.key: standard.title for standard in standards} if titled else {}

    def __call__(self, see: See, at: datetime) -> Iterator[Broken]:
        return self.among(_late(see, at, self.keys))

    def among(self, late: Late) -> Iterator[Broken]:
        for *clock, key in late:
            if key in self.keys:
                yield Broken(*clock)._replace(about=self.titles.get(key, ""))


def found_by(
    links: Sequence[BrokenLink], seeing: Callable[[BrokenLink], See], at: datetime
) -> list[Iterable[Broken]]:
    """What each of these finds, in their order. `seeing`: how the viewer sees the models that a link is about."""
    clocks = [link for link in links if isinstance(link.find, LateClocks)]
    others = [link for link in links if not isinstance(link.find, LateClocks)]
    late, broken = together(
        lambda: _late_of(clocks, seeing, at),
        lambda: lists_together(*(partial(link.find, seeing(link), at) for link in others)),
    )
    by_others = dict(zip((link.key for link in others), broken, strict=True))
    return [
        link.find.among(late) if isinstance(link.find, LateClocks) else by_others[link.key] for link in links
    ]


def _late_of(links: Sequence[BrokenLink], seeing: Callable[[BrokenLink], See], at: datetime) -> Late:
    keys = {key for link in links if isinstance(link.find, LateClocks) for key in link.find.keys}
    return _late(seeing(links[0]), at, keys) if links else []


@kept
def _late(see: See, at: datetime, keys: set[str]) -> QuerySet[Clock, tuple[Any, ...]]:
    late = see(Clock).overdue(at).filter(Among("key", keys))
    return late.order_by("pk").values_list(*CLOCK, "key")
