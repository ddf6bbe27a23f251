"""What the loop puts on pages that cut across areas."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.loop.returns import Returns, returned_of
from kittiwake.practice.loop.showing import Loop, loops_of
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.missing.on_pages import LATEST, episodes
from kittiwake.primitives.shared_pages.child_page import ChildPart, OnChild, Where
from kittiwake.primitives.shared_pages.my_work import BlockPart, OnMyWork, Place, WorkPart

AT_ONCE = 3  # on a child's page


def on_child(page: OnChild) -> list[Loop] | None:
    """Of their newest return, and of those before that are not closed."""
    back = [episode for episode in page.once(episodes)[: LATEST * 2] if episode.returned_at]
    for episode in back:
        episode.child = page.child
    loops = loops_of(page.viewer, back, page.at)
    shown = [loop for place, loop in enumerate(loops) if not place or not loop.is_closed]
    return shown[:AT_ONCE] or None


def on_blocks(viewer: Viewer, child_ids: Collection[int], at: datetime) -> dict[int, Loop]:
    """The newest return of each child, where it is not closed."""
    newest: dict[int, Episode] = {}
    for episode in returned_of(viewer, at, list(child_ids)) if child_ids else ():
        newest.setdefault(episode.child_id, episode)
    loops = loops_of(viewer, list(newest.values()), at)
    return {loop.child.pk: loop for loop in loops if not loop.is_closed}


def on_my_work(page: OnMyWork) -> Returns | None:
    """For a manager and a director: the returns of all they answer for, added up."""
    returns = Returns(page.viewer, page.at)
    return returns if page.viewer.may(Power.APPROVE) and returns.loops else None


PARTS = [
    ChildPart("loop", Where.RECORD, 10, "loop/_of_child.html", on_child),
    BlockPart("loop/_of_block.html", on_blocks),
    WorkPart("loop", Place.LEADING, "loop/_returns.html", on_my_work, is_work=False),
]
