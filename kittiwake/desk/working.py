"""What waits for one person: duties with a time limit, actions, drafts, work sent back, work to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from kittiwake.access.readings import openings_waiting
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.roles import Role
from kittiwake.assurance.allocation.covering import Covering, covering
from kittiwake.desk import clocks
from kittiwake.desk.addresses import address
from kittiwake.practice.meetings import listing as meetings
from kittiwake.practice.missing import rules as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.plans.rules import KINDS as PLANS
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.actions.showing import state
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.drafts.models import Draft
from kittiwake.primitives.oversight.models import Review
from kittiwake.record.models import Allocation, Child, Worker
from kittiwake.ui.dates import duration, local_date, long_date, long_moment, relative

SHOWN = 50
SOON, LATER = timedelta(days=7), "later"
# What a draft's occasion is written on: (a new one, of the child; another version, of the entry).
FORMS = {
    "return_interviews.interview": ("return_interviews:hold", "return_interviews:rewrite"),
    "direct_work.session": ("direct_work:hold", "direct_work:record_held"),
    "replies.reply": ("replies:write_reply", ""),
    "supervision.child_part": ("", "supervision:supervision"),
    **{f"plans.{kind}": (f"plans:write_plan?kind={kind}", "") for kind, _ in PLANS},
}
# Where to begin, for whoever has no children of their own: title, page, what it is for, permission.
STARTS = [
    ("Board", "desk:board", "What is broken or late, team by team.", "board.see"),
    ("Growing up", "transitions:forward", "Who turns 18 next, and what is not there yet.", "transitions.see"),
    ("Placed out of our area", "placements:away", "Approval, notice, and moving nearer.", "placements.see"),
    (
        "Children without a worker",
        "allocation:gaps",
        "Now, and the gaps of the last 12 months.",
        "allocation.see",
    ),
    (
        "Practice standards",
        "desk:standards",
        "What is owed by when: by law, and by our own decision.",
        "standards.see",
    ),
    ("Find a child", "desk:search", "By name, number or police reference.", "child.search"),
    ("Audits", "audits:waiting", "Records to audit, and actions that are to change something.", "audits.see"),
    (
        "Measures",
        "insight:measures",
        "How well the service does, with what each figure rests on.",
        "measures.see",
    ),
    (
        "Context conferences",
        "meetings:conferences",
        "About places and groups; no child is named.",
        "meetings.record",
    ),
    ("Imports", "exchange:imports", "Bring in lists from the police and other systems.", "imports.run"),
    (
        "Records opened without being on the list",
        "access:openings",
        "Look at each opening.",
        "readings.answer",
    ),
    ("Work waiting for a manager", "oversight:waiting", "Accept, question or send back.", "oversight.decide"),
    ("Account", "accounts:overview", "Your sign-in and your second factor.", "account.see"),
]


@dataclass
class MyWork:
    viewer: Viewer
    at: datetime

    @cached_property
    def worker(self) -> Worker | None:
        return self.viewer.worker

    @cached_property
    def my_children(self) -> list[Child]:
        """Allocated to me today, with how many duties run for each."""
        if self.worker is None:
            return []
        running = Q(entries__clocks__stopped_at=None, entries__clocks__cancelled_at=None)
        counted = Count("entries__clocks", filter=running & Q(entries__struck_out_at=None), distinct=True)
        mine = self.viewer.children.filter(pk__in=self._allocated(), withdrawn_at=None).prefetch_related(
            "identifiers"
        )
        return list(mine.annotate(running=counted).order_by("-running", "surname", "forenames", "pk"))

    def _allocated(self) -> QuerySet[Allocation]:
        """Those they only cover for are shown apart."""
        today = Allocation.objects.on(local_date(self.at)).filter(worker=self.worker, covered=None)
        return today.values("child_id")

    @cached_property
    def covering(self) -> list[Covering]:
        return covering(self.worker, self.viewer, self.at) if self.worker else []

    @cached_property
    def missing_now(self) -> list[dict[str, Any]]:
        if not self.viewer.may("missing.see"):
            return []
        found = self.viewer.see(Episode).open().select_related("child", "entry")  # type: ignore[attr-defined]
        if self.my_children:
            found = found.filter(child__in=self.my_children)
        return [self._missing(episode) for episode in found.order_by("reported_at")[:SHOWN]]

    def _missing(self, episode: Episode) -> dict[str, Any]:
        self._shown.add(episode.child_id)
        return {
            "title": episode.child.name,
            "href": episode.get_absolute_url(),
            "hint": f"Missing for {duration(self.at - episode.started_at)}",
            "status": {"text": episode.outcome.title, "colour": "red"},
        }

    @property
    def due(self) -> list[dict[str, Any]]:
        """What is late or falls due in the next days."""
        return [self._due(clock) for clock in self._running if clock.due_at < self.at + SOON]

    @property
    def later(self) -> list[dict[str, Any]]:
        return [self._due(clock) for clock in self._running if clock.due_at >= self.at + SOON]

    @cached_property
    def _running(self) -> list[Clock]:
        """Running duties for my children; for a return interviewer, every interview of a child in sight."""
        covered = [child.pk for one in self.covering for child in one.children]
        mine = Q(entry__child__in=[*(child.pk for child in self.my_children), *covered])
        if self.viewer.user.role == Role.RETURN_INTERVIEWER:
            mine |= Q(key__in=[missing.INTERVIEW_OFFER.key, missing.RETURN_INTERVIEW.key])
        running = self.viewer.see(Clock).running().filter(mine)  # type: ignore[attr-defined]
        return list(running.select_related("entry__child").order_by("due_at", "pk")[:SHOWN])

    def _due(self, clock: Clock) -> dict[str, Any]:
        self._shown.add(clock.entry.child_id)
        return clocks.task(clock, self.at, name=clock.entry.child.name)

    @cached_property
    def actions(self) -> list[dict[str, Any]]:
        if self.worker is None:
            return []
        mine = self.viewer.see(Action).open().filter(owner=self.worker)  # type: ignore[attr-defined]
        found = mine.select_related("entry__child").order_by("due_on", "pk")[:SHOWN]
        return [self._action(action) for action in found]

    def _action(self, action: Action) -> dict[str, Any]:
        self._shown.add(action.entry.child_id)
        day = local_date(self.at)
        return {
            "title": action.what,
            "href": reverse("actions:action", args=[action.pk]),
            "hint": f"{action.entry.child.name}, by {long_date(action.due_on)}, {relative(action.due_on, self.at)}",
            "status": state(action, day),
        }

    @cached_property
    def drafts(self) -> list[dict[str, Any]]:
        mine = Draft.objects.filter(user=self.viewer.user, child__in=self.viewer.children)
        return [self._draft(draft) for draft in mine.select_related("child").order_by("-saved_at")[:SHOWN]]

    def _draft(self, draft: Draft) -> dict[str, Any]:
        self._shown.add(draft.child_id)
        kind, _, of = draft.occasion.partition(":")
        new, again = FORMS.get(kind, ("", ""))
        page, asking, query = new.partition("?")
        href = address(again, int(of)) if of and again else f"{address(page, draft.child_id)}{asking}{query}"
        return {
            "title": f"{kind.split('.')[-1].replace('_', ' ').capitalize()}: {draft.child.name}",
            "href": href or draft.child.get_absolute_url(),
            "hint": f"Saved {long_moment(draft.saved_at)}. Only you can see it",
            "status": {"text": "Draft", "colour": "blue"},
        }

    @cached_property
    def sent_back(self) -> list[dict[str, Any]]:
        mine = self.viewer.see(Review).waiting_for_worker().filter(asked_by=self.viewer.user)  # type: ignore[attr-defined]
        colours = {"question": ("A question waits", "orange"), "return": ("Sent back", "red")}
        return [self._review(review, *colours[review.state]) for review in _reviews(mine)]

    @cached_property
    def to_look_at(self) -> list[dict[str, Any]]:
        if not self.viewer.may("oversight.decide"):
            return []
        waiting = self.viewer.see(Review).waiting_for_manager()  # type: ignore[attr-defined]
        found = _reviews(waiting.exclude(asked_by=self.viewer.user))
        return [self._review(review, "Waiting for you", "yellow") for review in found]

    def _review(self, review: Review, text: str, colour: str) -> dict[str, Any]:
        self._shown.add(review.entry.child_id)
        return {
            "title": f"{review.entry.child.name}: {review.entry.summary}",
            "href": address("oversight:review", review.pk),
            "hint": f"Put forward by {review.asked_by} {relative(review.asked_at, self.at)}",
            "status": {"text": text, "colour": colour},
        }

    @cached_property
    def openings(self) -> int:
        return openings_waiting(self.viewer).count() if self.viewer.may("readings.answer") else 0

    @cached_property
    def let_in_to(self) -> list[Child]:
        """A partner's children: those they were let in to."""
        if self.viewer.user.role != Role.PARTNER:
            return []
        return list(self.viewer.children.prefetch_related("identifiers").order_by("surname", "pk")[:SHOWN])

    @cached_property
    def meetings(self) -> list[dict[str, Any]]:
        """A partner's: those they were let in to, by the name that stands there."""
        if self.viewer.user.role != Role.PARTNER:
            return []
        found = meetings.seen(self.viewer).select_related("meeting", "entry").order_by("-pk")[:SHOWN]
        self._shown.update(part.child_id for part in found)
        return [meetings.item(part, self.at, name=part.known_as) for part in found]

    @cached_property
    def lists(self) -> list[dict[str, Any]]:
        """Everything that waits, in the order to look at it; empty lists are left out."""
        titled = [
            ("missing", "Missing now", self.missing_now),
            ("back", "Sent back to you", self.sent_back),
            ("due", "Overdue, or due in the next 7 days", self.due),
            ("look", "Waiting for you to look at", self.to_look_at),
            ("meetings", "Meetings you are invited to", self.meetings),
            ("actions", "Your actions", self.actions),
            ("drafts", "Drafts", self.drafts),
            (LATER, "Due later", self.later),
        ]
        return [
            {"name": name, "heading": f"{title} ({len(items)})", "items": items, "is_later": name == LATER}
            for name, title, items in titled
            if items
        ]

    @property
    def starts(self) -> list[dict[str, str]]:
        rows = [(text, address(name), hint) for text, name, hint, may in STARTS if self.viewer.may(may)]
        return [{"text": text, "href": href, "hint": hint} for text, href, hint in rows if href]

    @property
    def has_work(self) -> bool:
        """Whether this is a person who has children, drafts or actions, rather than one who looks on."""
        return bool(self.lists or self.my_children or self.covering or self.let_in_to)

    @cached_property
    def _shown(self) -> set[int]:
        return set()

    @property
    def child_ids(self) -> set[int]:
        """Whose names the page shows; asked for after it was drawn."""
        covered = {child.pk for one in self.covering for child in one.children}
        return self._shown | covered | {child.pk for child in (*self.my_children, *self.let_in_to)}


def _reviews(waiting: Any) -> Any:
    return waiting.select_related("entry__child", "asked_by").order_by("asked_at", "pk")[:SHOWN]
