"""Everything that waits for one person, kind by kind, as rows that can be put in order. One query a kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.accounts.roles import Role
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits.visibility import to_do
from kittiwake.desk import clocks
from kittiwake.desk.addresses import address
from kittiwake.desk.models import Promise
from kittiwake.desk.rules_of_order import LONG, Kind, Stretch, stretch
from kittiwake.practice.missing import rules as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.plans.rules import KINDS as PLANS
from kittiwake.practice.replies.recording import REPLY
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.actions.showing import state
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.drafts.models import Draft
from kittiwake.primitives.oversight.models import Review
from kittiwake.record.models import Child, Worker
from kittiwake.time.moments import end_of, local_date
from kittiwake.ui.dates import duration, long_date, long_moment, relative

SHOWN = 50  # of a kind; the board and the pages of a child have the rest
INTERVIEWS = (missing.INTERVIEW_OFFER.key, missing.RETURN_INTERVIEW.key)
# Whose work the returns of every child in sight are.
HEARS_OF_ALL = {Role.RETURN_INTERVIEWER, Role.TEAM_MANAGER, Role.SERVICE_MANAGER, Role.DIRECTOR}
# What a draft's occasion is written on: (a new one, of the child; another version, of the entry).
FORMS = {
    "return_interviews.interview": ("return_interviews:hold", "return_interviews:rewrite"),
    "direct_work.session": ("direct_work:hold", "direct_work:record_held"),
    "replies.reply": ("replies:write_reply", ""),
    "supervision.child_part": ("", "supervision:supervision"),
    **{f"plans.{kind}": (f"plans:write_plan?kind={kind}", "") for kind, _ in PLANS},
}


CAME_BACK = {"sent_back": "Sent back", "reopened": "Open again"}  # the newest step of an audit action


@dataclass(frozen=True)
class Item:
    """One thing that waits, about one child."""

    kind: Kind
    child: Child
    title: str
    href: str
    hint: str
    status: dict[str, str]
    stretch: Stretch
    due_at: datetime | None = None
    key: str = ""  # of what may be dealt with together: clock-12, action-7
    entry_id: int | None = None


@dataclass
class Waiting:
    viewer: Viewer
    at: datetime
    worker: Worker | None
    children: set[int]  # theirs today, and those they cover for

    def items(self) -> Iterator[Item]:
        yield from self._missing()
        yield from map(self._duty, self._duties())
        yield from map(self._action, self._actions())
        yield from self._reviews()
        yield from self._audit_actions()
        yield from map(self._draft, self._drafts())

    def _missing(self) -> Iterator[Item]:
        if not self.viewer.may(Power.SEE_MISSING):
            return
        found = self.viewer.see(Episode).open().select_related("child", "entry")
        if self.children:
            found = found.filter(child__in=self.children)
        for one in found.order_by("-reported_at")[:SHOWN]:
            yield self._item(
                Kind.MISSING,
                one.child,
                f"Missing for {duration(self.at - one.started_at)}",
                one.get_absolute_url(),
                f"Since {long_moment(one.started_at)}",
                {"text": one.outcome.title, "colour": "red"},
                due_at=one.started_at,
                entry_id=one.pk,
            )

    def _duties(self) -> Any:
        """Those of their children; for whoever hears of every return, the interviews of all in sight as well."""
        mine = Q(entry__child__in=self.children)
        if self.viewer.user.role in HEARS_OF_ALL:
            mine |= Q(key__in=INTERVIEWS)
        running = self.viewer.see(Clock).running().filter(mine)
        # The newest first, so that what is cut off is what has been late for longest.
        return list(running.select_related("entry__child").order_by("-due_at", "pk")[: SHOWN * 4])

    def _duty(self, clock: Clock) -> Item:
        row = clocks.task(clock, self.at)
        kind = Kind.INTERVIEW if clock.key in INTERVIEWS else Kind.TIMED
        return self._late(kind, f"clock-{clock.pk}", clock.entry.child, clock.due_at, row, clock.entry_id)

    def _actions(self) -> Any:
        if self.worker is None:
            return []
        mine = self.viewer.see(Action).open().filter(owner=self.worker)
        return mine.select_related("entry__child").order_by("-due_on", "pk")[: SHOWN * 2]

    def _action(self, action: Action) -> Item:
        row = {
            "title": action.what,
            "href": reverse("actions:action", args=[action.pk]),
            "hint": f"By {long_date(action.due_on)}, {relative(action.due_on, self.at)}",
            "status": state(action, local_date(self.at)),
        }
        # The child's answer on their own page is an action to read it.
        kind = Kind.ANSWER if action.entry.kind == REPLY else Kind.TIMED
        due_at = end_of(action.due_on)
        return self._late(kind, f"action-{action.pk}", action.entry.child, due_at, row, action.entry_id)

    def _late(
        self, kind: Kind, key: str, child: Child, due_at: datetime, row: dict[str, Any], entry_id: int
    ) -> Item:
        """With what was said of why it is late, where somebody said so."""
        promised, hint = self._promises.get(key), row["hint"]
        if promised:
            hint = f"{hint}. {promised.why}. By {long_date(promised.by_on)}, said {promised.by}"
        return self._item(
            kind,
            child,
            row["title"],
            row["href"],
            hint,
            row["status"],
            due_at=due_at,
            promised=end_of(promised.by_on) if promised else None,
            key=key,
            entry_id=entry_id,
        )

    @cached_property
    def _promises(self) -> dict[str, Promise]:
        """The newest of each thing that is still open."""
        open_ = Q(clock__stopped_at=None, clock__cancelled_at=None, action=None)
        open_ |= Q(action__done_at=None, action__dropped_at=None, clock=None)
        rows = self.viewer.see(Promise).filter(open_).select_related("by").order_by("pk")
        return {f"clock-{one.clock_id}" if one.clock_id else f"action-{one.action_id}": one for one in rows}

    def _reviews(self) -> Iterator[Item]:
        back = self.viewer.see(Review).back_to(self.viewer.user, local_date(self.at))
        looks = {"question": ("A question waits", "orange"), "return": ("Sent back", "red")}
        for one in _of(back):
            yield self._review(Kind.SENT_BACK, one, *looks[one.state])
        if self.viewer.may(Power.OVERSEE):
            waiting = self.viewer.see(Review).waiting_for_manager()
            mine = Q(asked_by=self.viewer.user) | Q(entry__by=self.viewer.user)
            for one in _of(waiting.exclude(mine)):
                yield self._review(Kind.LOOK, one, "Waiting for you", "yellow")

    def _review(self, kind: Kind, review: Review, text: str, colour: str) -> Item:
        return self._item(
            kind,
            review.entry.child,
            review.entry.summary,
            address("oversight:review", review.pk),
            f"Put forward by {review.asked_by} {relative(review.asked_at, self.at)}",
            {"text": text, "colour": colour},
            due_at=review.asked_at,
            entry_id=review.entry_id,
        )

    def _audit_actions(self) -> Iterator[Item]:
        """What somebody is to do because of an audit; with what came back to them, because nothing had changed."""
        if not self.viewer.may(Power.ANSWER):
            return
        found = to_do(self.viewer).select_related("child").order_by("-due_on", "pk")[:SHOWN]
        for one in found:
            back = CAME_BACK.get(one.last or "")
            yield self._item(
                Kind.SENT_BACK if back else Kind.TIMED,
                one.child,
                one.what,
                one.get_absolute_url(),
                f"Audit action, by {long_date(one.due_on)}",
                {"text": back, "colour": "red"} if back else {"text": "To do", "colour": "blue"},
                # It has steps of its own and is not put off or handed over with what is long late.
                due_at=max(end_of(one.due_on), self.at - LONG),
                entry_id=one.pk,
            )

    def _drafts(self) -> Any:
        mine = Draft.objects.filter(user=self.viewer.user, child__in=self.viewer.children)
        return mine.select_related("child").order_by("-saved_at")[:SHOWN]

    def _draft(self, draft: Draft) -> Item:
        kind, _, of = draft.occasion.partition(":")
        new, again = FORMS.get(kind, ("", ""))
        page, asking, query = new.partition("?")
        href = address(again, int(of)) if of and again else f"{address(page, draft.child_id)}{asking}{query}"
        return self._item(
            Kind.DRAFT,
            draft.child,
            kind.split(".")[-1].replace("_", " ").capitalize(),
            href or draft.child.get_absolute_url(),
            f"Saved {long_moment(draft.saved_at)}. Only you can see it",
            {"text": "Draft", "colour": "blue"},
        )

    def _item(
        self,
        kind: Kind,
        child: Child,
        title: str,
        href: str,
        hint: str,
        status: dict[str, str],
        *,
        due_at: datetime | None = None,
        promised: datetime | None = None,
        **more: Any,
    ) -> Item:
        where = stretch(kind, due_at, self.at, promised=promised)
        return Item(kind, child, title, href, hint, status, where, promised or due_at, **more)


def _of(waiting: Any) -> Any:
    return waiting.select_related("entry__child", "asked_by").order_by("asked_at", "pk")[:SHOWN]
