"""A piece of work put before a manager, as its page and the page of the work itself show it. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.timezone import now

from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.primitives.oversight.models import Review, ReviewQuerySet, Turn
from kittiwake.primitives.oversight.overseen import Overseen, is_decided_elsewhere, overseen
from kittiwake.primitives.oversight.recording import why_not_decide
from kittiwake.record.models import Entry, Words
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status

STATES = {
    "asked": Status("Waiting for a manager", "yellow"),
    Turn.ANSWER: Status("Answered: waiting for a manager", "yellow"),
    Turn.QUESTION: Status("A question is waiting", "orange"),
    Turn.RETURN: Status("Sent back", "red"),
    Turn.ACCEPT: Status("Accepted", "green"),
}
FOLLOWED = Status("Followed by a new version", "grey")


@dataclass(frozen=True)
class Move:
    """One move in the exchange, as ui/_timeline.html takes it."""

    title: str
    at: datetime
    by: User
    text: str = ""


@dataclass
class ReviewPage:
    review: Review
    viewer: Viewer

    @classmethod
    def of(cls, entry: Entry, viewer: Viewer) -> list[ReviewPage]:
        """Every time this piece of work was put before a manager, newest first."""
        reviews = entry.reviews.select_related("asked_by", "team", "entry").order_by("-asked_at", "-pk")
        return [cls(review, viewer) for review in reviews]

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
    def state(self) -> Status:
        return STATES[self.at] if self.is_open or self.at == Turn.ACCEPT else FOLLOWED

    @property
    def waits_for_manager(self) -> bool:
        """What was sent back waits for a new version."""
        return self.is_open and self.at != Turn.RETURN

    @property
    def may_decide(self) -> bool:
        """Here: a manager, not on what they put forward or wrote themselves."""
        able = self.viewer.may(Power.OVERSEE) and not self.is_decided_elsewhere
        return self.waits_for_manager and able and not self.why_not

    @property
    def is_decided_elsewhere(self) -> bool:
        """On a page of its area's: such work asks more of a manager than yes or no, whoever the manager is."""
        return is_decided_elsewhere(self.review.entry.kind)

    @property
    def decide_url(self) -> str:
        """Where it is decided instead, for whoever may."""
        if self.declared is None or self.declared.decided_at is None:
            return ""
        name, power = self.declared.decided_at
        return reverse(name, args=[self.review.entry_id]) if self.viewer.may(power) else ""

    @property
    def why_not(self) -> str:
        """Why this person, who decides on such work, does not on this."""
        decides = self.viewer.may(Power.OVERSEE) and self.waits_for_manager
        return why_not_decide(self.review, self.viewer.user) if decides else ""

    @property
    def may_answer(self) -> bool:
        """Whoever put it forward, or the child's named worker now."""
        waits = self.is_open and self.at == Turn.QUESTION and self.viewer.may(Power.RECORD_MEETINGS)
        mine = Review.objects.filter(pk=self.review.pk).back_to(self.viewer.user, local_date(now()))
        return waits and self.turns[-1].by_id != self.viewer.user.pk and mine.exists()

    @cached_property
    def declared(self) -> Overseen | None:
        return overseen().get(self.review.entry.kind)

    @cached_property
    def about(self) -> dict[str, Any]:
        """What is put forward, as its area shows it here."""
        return self.declared.facts(self.review.entry, self.viewer, now()) if self.declared else {}

    @cached_property
    def asked_for(self) -> Turn | None:
        return asked_for_before(self.review.entry)

    @property
    def exchange(self) -> list[Move]:
        """Oldest first, as it was said."""
        asked = Move("Put forward", self.review.asked_at, self.review.asked_by)
        turns = (Move(turn.get_kind_display(), turn.at, turn.by, turn.words) for turn in self.turns)
        return [asked, *turns]

    @cached_property
    def words(self) -> list[Words]:
        """What the child said, kept with the piece of work."""
        return list(self.review.entry.words.order_by("said_at", "pk"))


def asked_for_before(entry: Entry, *, itself: bool = False) -> Turn | None:
    """What a manager last asked for of the version before this one; with `itself`, of this one, which another follows."""
    declared = overseen().get(entry.kind)
    earlier = [*([entry.pk] if itself else []), *(declared.earlier(entry) if declared else [])]
    for key in earlier[:1]:
        last = Turn.objects.filter(review__entry=key).select_related("by").order_by("-pk").first()
        return last if last and last.kind in (Turn.RETURN, Turn.QUESTION) else None
    return None


@dataclass
class WaitingPage:
    """What waits: for a manager, and for the worker who put it forward."""

    viewer: Viewer

    @cached_property
    def for_manager(self) -> list[Review]:
        if not self.viewer.may(Power.OVERSEE):
            return []
        waiting = seen(self.viewer).waiting_for_manager().exclude(asked_by=self.viewer.user)
        return list(_in_order(waiting))

    @cached_property
    def for_me(self) -> list[Review]:
        return list(_in_order(seen(self.viewer).back_to(self.viewer.user, local_date(now()))))

    @cached_property
    def by_me(self) -> list[Review]:
        return list(_in_order(seen(self.viewer).waiting_for_manager().filter(asked_by=self.viewer.user)))

    @property
    def child_ids(self) -> list[int]:
        return [review.entry.child_id for review in (*self.for_manager, *self.for_me, *self.by_me)]


def seen(viewer: Viewer) -> ReviewQuerySet:
    """The reviews of work about children the viewer may see."""
    return viewer.see(Review)


def _in_order(reviews: QuerySet[Review]) -> QuerySet[Review]:
    """Longest waiting first."""
    return reviews.select_related("entry__child", "asked_by", "team").order_by("asked_at", "pk")
