"""What the area puts on pages that cut across areas."""

from __future__ import annotations

from django.db.models import QuerySet

from kittiwake.areas.powers import Power
from kittiwake.practice.placements.models import Move
from kittiwake.primitives.shared_pages.child_page import ChildPart, LivesAt, OnChild, Where
from kittiwake.queries.kept import kept
from kittiwake.record.models import Placement


def placed(page: OnChild) -> Move | None:
    """Where a looked-after child is placed today."""
    if page.viewer.is_outside or not (page.viewer.may(Power.SEE) and page.viewer.may(Power.SEE_CHRONOLOGY)):
        return None
    return next(iter(_moves(page)), None)


@kept
def _moves(page: OnChild) -> QuerySet[Move]:
    moves = page.viewer.see(Move).on(page.today).filter(child=page.child)
    return moves.select_related("placement__address", "entry").order_by("pk")[:1]


def lives_at(page: OnChild) -> Placement | None:
    move = page.once(placed)
    return move.placement if move else None


PARTS = [
    ChildPart(
        "placed", Where.RECORD, 60, "placements/_placed.html", lambda page: page.once(placed), power=Power.SEE
    ),
    LivesAt(lives_at),
]
