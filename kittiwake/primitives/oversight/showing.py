"""A piece of work put before a manager, as its page and the page of the work itself show it. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from django.db.models import QuerySet
from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.primitives.oversight.models import Review, ReviewQuerySet, Turn
from kittiwake.record.models import Entry, Words

STATES = {
    "asked": {"text": "Waiting for a manager", "colour": "yellow"},
    Turn.ANSWER: {"text": "Answered: waiting for a manager", "colour": "yellow"},
    Turn.QUESTION: {"text": "A question is waiting", "colour": "orange"},
    Turn.RETURN: {"text": "Sent back", "colour": "red"},
    Turn.ACCEPT: {"text": "Accepted", "colour": "green"},
}
FOLLOWED = {"text": "Followed by a new version", "colour": "grey"}


@dataclass
class ReviewPage:
    review: Review
    viewer: Viewer

    @classmethod
    def of(cls, entry: Entry, viewer: Viewer) -> list[ReviewPage]:
        """Every time this piece of work was put before a manager, newest first."""
        found = entry.reviews.select_related("asked_by", "team", "entry").order_by("-asked_at", "-pk")
        return [cls(review, viewer) for review in found]

    @property
    def url(self) -> str:
        return reverse("oversight:review", args=[self.review.pk])

    @cached_property
    def turns(self) -> list[Turn]:
        return list(self.review.turns.select_related("by").order_by("pk"))

    @cached_property
    def at(self) -> str:
        """Where the exchange stands: the last turn's kind, or "asked"."""
        return self.turns[-1].kind if self.turns else "asked"

    @property
    def is_open(self) -> bool:
        return self.review.closed_at is None and not self.review.entry.is_struck_out

    @property
    def state(self) -> dict[str, str]:
        return STATES[self.at] if self.is_open or self.at == Turn.ACCEPT else FOLLOWED

    @property
    def may_decide(self) -> bool:
        """A manager, not on what they put forward themselves; what was sent back waits for a new version."""
        mine = self.review.asked_by_id == self.viewer.user.pk
        return self.is_open and self.at != Turn.RETURN and not mine and self.viewer.may("oversight.decide")

    @property
    def may_answer(self) -> bool:
        return self.is_open and self.at == Turn.QUESTION and self.viewer.may("actions.record")

    @property
    def exchange(self) -> list[dict[str, Any]]:
        """Oldest first, as it was said."""
        asked = {"title": "Put forward", "at": self.review.asked_at, "by": self.review.asked_by}
        return [
            asked,
            *({"title": t.get_kind_display(), "at": t.at, "by": t.by, "text": t.words} for t in self.turns),
        ]

    @cached_property
    def words(self) -> list[Words]:
        """What the child said, kept with the piece of work."""
        return list(self.review.entry.words.order_by("said_at", "pk"))


@dataclass
class WaitingPage:
    """What waits: for a manager, and for the worker who put it forward."""

    viewer: Viewer

    @cached_property
    def for_manager(self) -> list[Review]:
        if not self.viewer.may("oversight.decide"):
            return []
        waiting = seen(self.viewer).waiting_for_manager().exclude(asked_by=self.viewer.user)
        return list(_in_order(waiting))

    @cached_property
    def for_me(self) -> list[Review]:
        return list(_in_order(seen(self.viewer).waiting_for_worker().filter(asked_by=self.viewer.user)))

    @cached_property
    def by_me(self) -> list[Review]:
        return list(_in_order(seen(self.viewer).waiting_for_manager().filter(asked_by=self.viewer.user)))

    @property
    def child_ids(self) -> list[int]:
        return [one.entry.child_id for one in (*self.for_manager, *self.for_me, *self.by_me)]


def seen(viewer: Viewer) -> ReviewQuerySet:
    """The reviews of work about children the viewer may see."""
    return cast(ReviewQuerySet, viewer.see(Review))


def _in_order(reviews: QuerySet[Review]) -> QuerySet[Review]:
    """Longest waiting first."""
    return reviews.select_related("entry__child", "asked_by", "team").order_by("asked_at", "pk")
