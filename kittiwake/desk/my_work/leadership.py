"""What the front page of somebody who answers for others begins with: what changed, and what only they can do. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.powers import role_may
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.roles import Role
from kittiwake.desk.board.lines import Line, lines
from kittiwake.desk.my_work.changes import Changes
from kittiwake.primitives.measures.catalogue import links
from kittiwake.primitives.measures.links import BrokenLink
from kittiwake.primitives.measures.mending import mends, where

SHOWN = 3  # of each kind; the board has the rest
# Work put before a manager stands in its own place on the page, child by child.
ELSEWHERE = {"oversight.waiting"}


@dataclass(frozen=True)
class ToDo:
    line: Line
    do: str
    href: str


@dataclass(frozen=True)
class OnlyYou:
    """One kind of broken link that nobody beneath them can mend."""

    link: BrokenLink
    todo: list[ToDo]

    @property
    def shown(self) -> list[ToDo]:
        return self.todo[:SHOWN]

    @property
    def href(self) -> str:
        """The whole kind, where it is longer than what is shown."""
        return f"{reverse('desk:board')}?kind={self.link.key}" if len(self.todo) > SHOWN else ""


@dataclass
class Leadership:
    viewer: Viewer
    at: datetime

    @cached_property
    def changes(self) -> Changes:
        return Changes(self.viewer, self.at)

    @property
    def child_ids(self) -> set[int]:
        """Whose names it shows."""
        return {child.pk for change in self.changes.lines for child in change.children}


def only_you(viewer: Viewer, at: datetime) -> list[OnlyYou]:
    """What is broken that this person may mend and no worker may."""
    kinds: dict[str, OnlyYou] = {}
    wanted = [link for link in links() if _is_theirs_alone(link, viewer)]
    for line in lines(viewer, at, wanted=wanted) if wanted else []:
        do, href = where(line.link, line.broken, viewer)
        kinds.setdefault(line.link.key, OnlyYou(line.link, [])).todo.append(ToDo(line, do, href))
    return list(kinds.values())


def _is_theirs_alone(link: BrokenLink, viewer: Viewer) -> bool:
    if link.key in ELSEWHERE or link.is_coming:
        return False
    return any(viewer.may(mend.may) and not role_may(Role.SOCIAL_WORKER, mend.may) for mend in mends(link))
