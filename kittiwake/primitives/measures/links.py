"""A broken link: something that should follow from something on the record, and does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Model, QuerySet


class Broken(NamedTuple):
    """One broken link. `entry_id` is what it hangs on, where the thing to do is done; `due_at` where there is a limit."""

    child_id: int
    since: datetime
    entry_id: int | None = None
    kind: str = ""  # the entry's kind, for its address
    due_at: datetime | None = None


See = Callable[[type[Model]], QuerySet[Any]]


@dataclass(frozen=True)
class BrokenLink:
    """`find` is given how the viewer sees a model and the time, and yields rows with one query.

    `is_coming` marks what is not broken yet but about to be. `reads` are the keys of the practice standards whose limit
    it judges by.
    """

    key: str
    title: str
    why: str
    source: str
    find: Callable[[See, datetime], Iterable[Broken]]
    is_coming: bool = False
    reads: tuple[str, ...] = ()
