"""A broken link: something that should follow from something on the record, and does not; and where it is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Protocol, TypeVar

from django.db.models import Model, QuerySet

from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Mend:
    """What to do about it, the page where that is done, and who may. `of` is what the page's address asks for."""

    do: str
    page: str  # by its URL name
    may: Power
    of: str = "entry"  # or "child", "worker", "row"
    more: tuple[str, ...] = ()  # what its address asks for besides
    because: bool = False  # the page is asked to write down that it is because of the entry


class Broken(NamedTuple):
    """One broken link: about a child, or about a worker and no child.

    `entry_id` is what it hangs on; `due_at` where there is a limit. `about` says which risk, plan or worker it is;
    `row_id` is the key of what the mending page asks for, where that is neither. `mend` where this one is mended
    elsewhere than the others of its kind.
    """

    child_id: int | None
    since: datetime
    entry_id: int | None = None
    kind: str = ""  # the entry's kind, for its address
    due_at: datetime | None = None
    about: str = ""
    row_id: int | None = None
    worker_id: int | None = None
    mend: Mend | None = None


class See(Protocol):
    """How somebody sees the rows of a model: `viewer.see`, or the like of it for rows about workers."""

    def __call__(self, model: type[Row], /) -> QuerySet[Row]: ...


@dataclass(frozen=True)
class BrokenLink:
    """`find` is given how the viewer sees a model and the time, and yields rows with one query.

    `mends` are the pages where it is mended: the first that somebody may open is theirs. `is_coming` marks what is not
    broken yet but about to be; `of_workers` what is about a worker, for whoever answers for them: `find` is then given
    how they see the models about workers. `reads` are the keys of the practice standards whose limit it judges by.
    """

    key: str
    title: str
    why: str
    source: str
    find: Callable[[See, datetime], Iterable[Broken]]
    is_coming: bool = False
    reads: tuple[str, ...] = ()
    mends: tuple[Mend, ...] = ()
    of_workers: bool = False

    @property
    def area(self) -> str:
        return self.key.partition(".")[0]


@dataclass(frozen=True)
class PlaceOfLinks:
    """Where the links of an area stand among those of others, the most urgent first: declared beside them."""

    area: str
    place: int


@dataclass(frozen=True)
class SeesWorkers:
    """How somebody sees the rows about the workers they answer for: declared once, by whoever knows who answers for whom."""

    see: Callable[[type[Model], User], QuerySet[Any]]


@dataclass(frozen=True)
class Mends:
    """Where a link of an area below is mended, for whoever the area's own pages are not for: declared by the area above."""

    link: str
    mend: Mend


CLOCK = ("entry__child_id", "started_at", "entry_id", "entry__kind", "due_at")


def of_clocks(clocks: Iterable[tuple[Any, ...]]) -> Iterator[Broken]:
    """Each of these clocks as a broken link: of what CLOCK names."""
    return (Broken(*clock) for clock in clocks)
