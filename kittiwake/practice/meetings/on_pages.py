"""What the area puts on pages that cut across areas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kittiwake.accounts.roles import Role
from kittiwake.areas.powers import Power
from kittiwake.practice.meetings import showing
from kittiwake.practice.meetings.models import Part
from kittiwake.practice.meetings.showing import seen
from kittiwake.primitives.shared_pages.child_page import ChildPart, Lane, OnChild, Where
from kittiwake.primitives.shared_pages.chronology import ChronologyLine, Lines
from kittiwake.primitives.shared_pages.my_work import SHOWN, OnMyWork, Place, WorkPart

LATEST = 5


def on_child(page: OnChild) -> list[Any] | None:
    return showing.MeetingsPage(page.child, page.viewer, page.at).items[:LATEST] or None


@dataclass(frozen=True)
class Invitations:
    items: list[Any]
    child_ids: set[int]


def invitations(page: OnMyWork) -> Invitations | None:
    """A partner's: those they were let in to, by the name that stands there."""
    if page.viewer.user.role != Role.PARTNER:
        return None
    parts = seen(page.viewer).select_related("meeting", "entry").order_by("-pk")[:SHOWN]
    items = [showing.item(part, page.at, name=part.known_as) for part in parts]
    return Invitations(items, {part.child_id for part in parts}) if items else None


def told_of(part: Part) -> Lines:
    decided = "; ".join(decision.what for decision in part.decisions.all())
    return [part.get_outcome_display() if part.outcome else "", f"Decided: {decided}" if decided else ""]


PARTS = [
    ChildPart("meetings", Where.RECORD, 70, "meetings/_on_child.html", on_child, power=Power.SEE_PLANS),
    Lane("Meetings", 50, kinds={"meetings.meeting"}),
    WorkPart("invitations", Place.FIRST, "meetings/_invitations.html", invitations),
    ChronologyLine("meetings.meeting", Part, told_of, together=("decisions",)),
]
