"""What a measure is: words a person can check, and an expression that yields its cases."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from kittiwake.areas.powers import Power

if TYPE_CHECKING:
    import ibis

    from kittiwake.primitives.measures.tables import Tables

Direction = Literal["up", "down", "context"]  # which way is better
# How cases become one figure:
#   count      how many cases are in the numerator   children        how many children had one
#   share      cases in it, of all cases             children_share  children with a case in it, of all children
#   per_child  cases to a child, on average          median          the middle of `value`
#   spread     from the first quarter of `value` to the third: how far the middle half lies apart
#   weighted   the `value` of cases in it, of that of all (FTE, say)   maximum   the highest `value`
#   ratio      the `value` of cases in it, to that of the others: what is above the line and what is below it
# The last three rest on how many cases there are: what must not be shown of few people is judged by people, not by FTE.
How = Literal[
    "count",
    "children",
    "share",
    "children_share",
    "per_child",
    "median",
    "spread",
    "weighted",
    "ratio",
    "maximum",
]
SHARES = {"share", "children_share", "weighted"}
PERCENT = "%"


@dataclass(frozen=True)
class Benchmark:
    """A figure of others to look at beside ours: never without its year, whose it is, and where it is published.

    `beside` says how it was counted otherwise than ours; empty where it was counted alike.
    """

    figure: str
    of: str  # whose: "England"
    on: str  # the year or day it describes
    source: str  # who published it, and when we read it
    beside: str = ""

    def __post_init__(self) -> None:
        if not (re.search(r"\b(19|20)\d\d\b", self.on) and self.of and self.source):
            raise ValueError(f"The benchmark {self.figure} needs a year, whose it is and a source.")

    def __str__(self) -> str:
        return f"{self.figure} in {self.of}, {self.on} ({self.source}).{f' {self.beside}' if self.beside else ''}"


@dataclass(frozen=True)
class Measure:
    """One measure.

    key        its number in the council's list, such as "P11"
    why        why it matters to a child
    numerator, denominator   in words; the denominator is empty for a plain count
    source     document, and the day it was read
    author     who answers for the definition; review_on is when they look at it again
    cases      the tables → one row a case (ibis expression), with the columns
                 case_id    the entry it is about            child_id
                 on         the day it counts on (London)
                 in_numerator  boolean              value  float64 for a median, null elsewhere
               The team and the worker of that day are added by whoever asks (whose.with_their_team).
    about      what case_id is the id of: an entry, something else of the child's, or of a worker's, and then no child's
    unit       what a median is in, such as "hours"; "%" for a ratio that people say as a share
    reads      keys of the practice standards whose limit it judges by
    benchmark  a figure of others to look at beside it
    asks       the power without which it is not shown: where whoever lacks it would see some of its rows and be
               misled by them. Whoever sees no row at all is shown the whole, small numbers hidden
    """

    key: str
    title: str
    why: str
    numerator: str
    denominator: str
    direction: Direction
    source: str
    author: str
    review_on: date
    cases: Callable[[Tables], ibis.Table]
    how: How = "share"
    unit: str = ""
    about: Literal["entry", "other", "worker"] = "entry"
    reads: tuple[str, ...] = ()
    asks: Power | None = None
    benchmark: Benchmark | None = None

    @property
    def is_share(self) -> bool:
        return self.how in SHARES or (self.how == "ratio" and self.unit == PERCENT)
