"""The board: every broken link the viewer may see, by team. Composes what the areas declare; decides nothing."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, Self, TypeVar

from django.db.models import Model, QuerySet

from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.areas.area import declared
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.measures.catalogue import links
from kittiwake.primitives.measures.links import Broken, BrokenLink, See, SeesWorkers
from kittiwake.primitives.shared_pages.links import found_by
from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.queries.places import MadeOf
from kittiwake.queries.together import lists_together, together
from kittiwake.record.holders import NO_TEAM, holders_of
from kittiwake.record.models import Child, Membership, Worker
from kittiwake.time.moments import local_date

Found = tuple[BrokenLink, Broken]
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Line:
    """One line of the board."""

    link: BrokenLink
    broken: Broken
    about: Child | Worker
    team: str
    worker: str  # the child's; none where it is about a worker

    @property
    def child(self) -> Child | None:
        return self.about if isinstance(self.about, Child) else None

    @property
    def name(self) -> str:
        return self.about.name

    @property
    def url(self) -> str:
        """Of whom it is about."""
        return self.about.get_absolute_url()


def lines(
    viewer: Viewer, at: datetime, *, team: str | None = None, wanted: list[BrokenLink] | None = None
) -> list[Line]:
    """Every broken link, the most urgent first within its kind. A handful of queries, however many lines. `wanted`:
    only of these kinds.
    """
    order = links() if wanted is None else wanted
    by_link, _ = together(lambda: found_by(order, lambda link: _seeing(link, viewer), at), limits.changes)
    broken_links = [(link, broken) for link, every in zip(order, by_link, strict=True) for broken in every]
    of_children, of_workers = lists_together(
        partial(_of_children, viewer, broken_links, at), partial(_of_workers, broken_links, at)
    )
    made = [*of_children, *of_workers]
    shown = [line for line in made if team is None or line.team == team]
    return sorted(shown, key=lambda line: (order.index(line.link), line.broken.due_at or line.broken.since))


def _seeing(link: BrokenLink, viewer: Viewer) -> See:
    return _Answering(viewer.user).see if link.of_workers else viewer.see


@dataclass(frozen=True)
class _Answering(MadeOf):
    """Whoever answers for workers, as they see the rows about them."""

    user: User

    def given(self) -> tuple[Hashable, tuple[Any, ...]]:
        return None, (self.user,)

    @classmethod
    def from_given(cls, shape: Any, *values: Any) -> Self:
        return cls(*values)

    def see(self, model: type[Row]) -> QuerySet[Row]:
        (workers,) = declared(SeesWorkers)
        rows: QuerySet[Row] = workers.see(model, self.user)
        return rows


def _of_children(viewer: Viewer, broken_links: list[Found], at: datetime) -> Iterator[Line]:
    wanted = {broken.child_id for _, broken in broken_links if broken.child_id is not None}
    rows, holders = together(lambda: _children(viewer, wanted), lambda: holders_of(wanted, at))
    children = {child.pk: child for child in rows}
    for link, broken in broken_links:
        if (child := children.get(broken.child_id or 0)) is not None:
            yield Line(link, broken, child, *holders.get(child.pk, (NO_TEAM, "")))


def _of_workers(broken_links: list[Found], at: datetime) -> Iterator[Line]:
    wanted = {
        broken.worker_id
        for _, broken in broken_links
        if broken.child_id is None and broken.worker_id is not None
    }
    places, rows = together(lambda: _places(wanted, local_date(at)), lambda: _workers(wanted))
    teams, workers = dict(places), {worker.pk: worker for worker in rows}
    for link, broken in broken_links:
        worker = workers.get(broken.worker_id or 0)
        if broken.child_id is None and worker is not None:
            yield Line(link, broken, worker, teams.get(worker.pk, NO_TEAM), "")


@kept
def _children(viewer: Viewer, wanted: set[int]) -> QuerySet[Child]:
    return viewer.children.filter(Among("pk", wanted))


@kept
def _places(wanted: set[int], today: date) -> QuerySet[Membership, tuple[int, str]]:
    places = Membership.objects.on(today).filter(Among("worker_id", wanted)).order_by("-manages", "-pk")
    return places.values_list("worker_id", "team__name")


@kept
def _workers(wanted: set[int]) -> QuerySet[Worker]:
    return Worker.objects.filter(Among("pk", wanted))
