"""What to talk about: a worker's children, who has most waiting first. Put together before two people meet. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.access.visibility import steps_to_child
from kittiwake.assurance.supervision.discussions import Discussed, discussed
from kittiwake.practice.risk.models import RiskMovement
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.actions.showing import task_items
from kittiwake.primitives.measures.catalogue import links
from kittiwake.primitives.measures.links import Broken, BrokenLink, See
from kittiwake.primitives.measures.mending import where
from kittiwake.primitives.shared_pages.links import found_by
from kittiwake.record.models import Child, Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Task, TextLink
from kittiwake.ui.dates import long_date

NOT_HERE = ("supervision.",)  # what the page says by itself
FIRST_TIME = timedelta(weeks=12)  # how far back to look where a child was never talked about


@dataclass
class ToDiscuss:
    child: Child
    when: Discussed
    today: date
    movements: list[RiskMovement] = field(default_factory=list)
    broken: list[TextLink] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)

    @property
    def is_late(self) -> bool:
        return self.when.due_on < self.today

    @property
    def undone(self) -> list[Action]:
        return [action for action in self.actions if not action.done_at and not action.dropped_at]

    @property
    def waiting(self) -> int:
        late = [action for action in self.undone if action.due_on < self.today]
        return self.is_late + len(self.movements) + len(self.broken) + len(late)

    @property
    def last_said(self) -> str:
        since = long_date(self.when.since_on)
        before = (
            f"Last discussed {since}" if self.when.part_id else f"Never discussed. Their worker since {since}"
        )
        return f"{before}. {'Was due' if self.is_late else 'Due'} by {long_date(self.when.due_on)}."

    @property
    def name(self) -> str:
        """Sets its list of directions apart from those of the others on the page."""
        return f"direction-{self.child.pk}"

    @property
    def directions(self) -> list[Task]:
        return task_items(self.actions, self.today)


@dataclass
class Preparation:
    """Everything since last time about the children of one worker whom the viewer may see."""

    viewer: Viewer
    worker: Worker
    at: datetime

    @cached_property
    def children(self) -> list[ToDiscuss]:
        """Who has most waiting first; then who was talked about longest ago."""
        today = local_date(self.at)
        when = {
            discussed_child.child_id: discussed_child
            for discussed_child in discussed(self.viewer.see, self.at, worker=self.worker)
        }
        children = self.viewer.children.prefetch_related("identifiers").in_bulk(when)
        to_discuss = {pk: ToDiscuss(child, when[pk], today) for pk, child in children.items()}
        self._put(to_discuss)
        return sorted(
            to_discuss.values(), key=lambda about: (-about.waiting, about.when.since_on, about.child.pk)
        )

    def _put(self, to_discuss: dict[int, ToDiscuss]) -> None:
        for pk, movement in self._movements(to_discuss):
            to_discuss[pk].movements.append(movement)
        for action in self._actions(to_discuss):
            to_discuss[action.entry.child_id].actions.append(action)
        for pk, broken in broken_links(self.viewer, to_discuss, self.at).items():
            to_discuss[pk].broken = broken

    def _movements(self, to_discuss: dict[int, ToDiscuss]) -> Iterable[tuple[int, RiskMovement]]:
        since = {pk: self._looked_at(discussion.when) for pk, discussion in to_discuss.items()}
        seen = self.viewer.see(RiskMovement).filter(
            risk__child__in=to_discuss, risk__entry__struck_out_at=None
        )
        for movement in seen.select_related("risk").order_by("at"):
            if local_date(movement.at) >= since[movement.risk.child_id]:
                yield movement.risk.child_id, movement

    def _looked_at(self, when: Discussed) -> date:
        return when.since_on if when.part_id else local_date(self.at) - FIRST_TIME

    def _actions(self, to_discuss: dict[int, ToDiscuss]) -> QuerySet[Action]:
        last = [about.when.part_id for about in to_discuss.values() if about.when.part_id]
        seen = self.viewer.see(Action).filter(entry__in=last)
        return seen.select_related("entry", "owner", "team").order_by("due_on", "pk")

    @property
    def late(self) -> int:
        return sum(child.is_late for child in self.children)

    @property
    def child_ids(self) -> list[int]:
        return [about.child.pk for about in self.children]


def broken_links(viewer: Viewer, child_ids: Iterable[int], at: datetime) -> dict[int, list[TextLink]]:
    """{child: what should follow and has not, each with where it is mended}. See NOT_HERE."""
    see, lines = _only(viewer, list(child_ids)), defaultdict(list)
    wanted = [link for link in links() if not (link.of_workers or link.key.startswith(NOT_HERE))]
    by_link = found_by(wanted, lambda link: see, at)
    for link, every in zip(wanted, by_link, strict=True):
        for broken in every:
            if broken.child_id is not None:
                lines[broken.child_id].append(_line(link, broken, viewer))
    return {pk: broken for pk, broken in lines.items() if pk in set(child_ids)}


def _line(link: BrokenLink, broken: Broken, viewer: Viewer) -> TextLink:
    title = f"{link.title}: {broken.about}" if broken.about else link.title
    return TextLink(title, where(link, broken, viewer)[1])


def _only(viewer: Viewer, child_ids: list[int]) -> See:
    def see(model: type[Model]) -> QuerySet[Any]:
        path, _ = steps_to_child(model)
        return viewer.see(model).filter(**{f"{path}__in": child_ids})

    return see
