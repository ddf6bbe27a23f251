"""What the area puts on pages that cut across areas."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from kittiwake.accounts.roles import Role
from kittiwake.areas.powers import Power
from kittiwake.assurance.performance.models import Turn
from kittiwake.primitives.shared_pages.my_work import FrontPageOf, OnMyWork, Place, WorkPart
from kittiwake.queries.kept import kept
from kittiwake.record.models import Worker


@dataclass
class QuestionsPart:
    """What members asked, and this person has to answer: no child is in it."""

    turns: list[Turn]
    child_ids: Collection[int] = ()

    @property
    def late(self) -> int:
        return sum(1 for turn in self.turns if getattr(turn, "is_late", False))


def to_answer(page: OnMyWork) -> QuestionsPart | None:
    if page.worker is None or not page.viewer.may(Power.ANSWER_MEMBERS):
        return None
    turns = list(_waiting(page.worker))
    return QuestionsPart([_marked(turn, page) for turn in turns]) if turns else None


def _marked(turn: Turn, page: OnMyWork) -> Turn:
    turn.is_late = turn.is_late_at(page.at)  # type: ignore[attr-defined]  # for the template
    return turn


@kept
def _waiting(worker: Worker) -> QuerySet[Turn]:
    waiting = Turn.objects.filter(worker=worker, answered_at=None, dropped_at=None)
    return waiting.select_related("question").order_by("due_at", "pk")


PARTS = [
    WorkPart("members_questions", Place.LEADING, "performance/_to_answer.html", to_answer),
    FrontPageOf(Role.LEAD_MEMBER, "performance:reports"),
]
