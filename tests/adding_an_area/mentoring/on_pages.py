"""What the area puts on pages that cut across areas."""

from __future__ import annotations

from collections.abc import Iterator

from kittiwake.practice.mentoring.models import Talk

from kittiwake.areas.powers import Power
from kittiwake.primitives.shared_pages.child_page import ChildPart, OnChild, Where
from kittiwake.primitives.shared_pages.chronology import ChronologyLine, Lines
from kittiwake.primitives.shared_pages.my_work import Item, OnMyWork, WaitingItems
from kittiwake.primitives.shared_pages.rules import Kind
from kittiwake.time.moments import end_of
from kittiwake.ui.components import Status


def newest(page: OnChild) -> Talk | None:
    return page.viewer.see(Talk).standing().filter(child=page.child).order_by("-talked_on").first()


def to_talk(page: OnMyWork) -> Iterator[Item]:
    """Until another day is named, or the child has a newer talk."""
    planned = page.viewer.see(Talk).standing().filter(child__in=page.children, next_on__isnull=False)
    for talk in planned.select_related("child", "entry"):
        assert talk.next_on is not None
        yield page.item(
            Kind.TIMED,
            talk.child,
            f"Talk again with {talk.mentor}",
            talk.entry.get_absolute_url(),
            "",
            Status("To do", "blue"),
            due_at=end_of(talk.next_on),
        )


def told_of(talk: Talk) -> Lines:
    return [f"Their mentor is {talk.mentor}"]


PARTS = [
    ChildPart("mentor", Where.RECORD, 65, "mentoring/_on_child.html", newest, power=Power.SEE),
    WaitingItems(to_talk),
    ChronologyLine("mentoring.talk", Talk, told_of),
]
