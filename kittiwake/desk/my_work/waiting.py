"""Everything that waits for one person, kind by kind, as rows that can be put in order. One query a kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.areas.area import declared
from kittiwake.areas.powers import Power
from kittiwake.desk import clocks
from kittiwake.desk.models import Promise
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.actions.showing import state
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.drafts.models import Draft
from kittiwake.primitives.oversight.models import Review, ReviewQuerySet
from kittiwake.primitives.shared_pages.my_work import (
    SHOWN,
    AnswersFrom,
    DraftForm,
    Item,
    ListenFirst,
    OnMyWork,
    WaitingItems,
)
from kittiwake.primitives.shared_pages.rules import Kind
from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.queries.together import lists_together, together
from kittiwake.record.models import Child
from kittiwake.time.moments import end_of, local_date
from kittiwake.ui.components import Status, Task
from kittiwake.ui.dates import long_date, long_moment, relative

STATES = {"question": Status("A question waits", "orange"), "return": Status("Sent back", "red")}


def to_listen() -> set[str]:
    """The standards of the duties to listen to a child who came back."""
    return {key for each in declared(ListenFirst) for key in each.standards}


def kind_of(clock: Clock) -> Kind:
    return Kind.INTERVIEW if clock.key in to_listen() else Kind.TIMED


@dataclass
class Waiting:
    page: OnMyWork

    def items(self) -> Iterator[Item]:
        together(lambda: self._duties, lambda: self._actions, lambda: self._promises, lambda: self._others)
        yield from map(self._duty, self._duties)
        yield from map(self._action, self._actions)
        yield from self._others

    @cached_property
    def _others(self) -> list[Item]:
        by_areas = (partial(waiting.find, self.page) for waiting in declared(WaitingItems))
        every = lists_together(self._sent_back, self._to_look_at, *by_areas, self._drafts)
        return [item for items in every for item in items]

    @cached_property
    def _duties(self) -> list[Clock]:
        """Those of their children; for whoever hears of every return, the interviews of all in sight as well."""
        return _running(self.page)

    def _duty(self, clock: Clock) -> Item:
        task = clocks.task(clock, self.page.at)
        key = f"clock-{clock.pk}"
        return self._late(kind_of(clock), key, clock.entry.child, clock.due_at, task, clock.entry_id)

    @cached_property
    def _actions(self) -> list[Action]:
        if self.page.worker is None:
            return []
        return _open(self.page)

    def _action(self, action: Action) -> Item:
        task = Task(
            action.what,
            reverse("actions:action", args=[action.pk]),
            f"By {long_date(action.due_on)}, {relative(action.due_on, self.page.at)}",
            state(action, local_date(self.page.at)),
        )
        # The child's answer on their own page is an action to read it.
        answers = {each.kind for each in declared(AnswersFrom)}
        kind = Kind.ANSWER if action.entry.kind in answers else Kind.TIMED
        key = f"action-{action.pk}"
        return self._late(kind, key, action.entry.child, end_of(action.due_on), task, action.entry_id)

    def _late(self, kind: Kind, key: str, child: Child, due_at: datetime, task: Task, entry_id: int) -> Item:
        """With what was said of why it is late, where somebody said so."""
        promised, hint = self._promises.get(key), task.hint
        if promised:
            hint = f"{hint}. {promised.why}. By {long_date(promised.by_on)}, said {promised.by}"
        return self.page.item(
            kind,
            child,
            task.title,
            task.href,
            hint,
            task.status,
            due_at=due_at,
            promised=end_of(promised.by_on) if promised else None,
            key=key,
            entry_id=entry_id,
        )

    @cached_property
    def _promises(self) -> dict[str, Promise]:
        """The newest of each thing that is still open."""
        return {
            f"clock-{promise.clock_id}" if promise.clock_id else f"action-{promise.action_id}": promise
            for promise in _promised(self.page)
        }

    def _sent_back(self) -> Iterator[Item]:
        for review in _back(self.page):
            yield self._review(Kind.SENT_BACK, review, STATES[review.state])  # type: ignore[attr-defined]  # annotated by back_to

    def _to_look_at(self) -> Iterator[Item]:
        if self.page.viewer.may(Power.OVERSEE):
            for review in _before_a_manager(self.page):
                yield self._review(Kind.LOOK, review, Status("Waiting for you", "yellow"))

    def _review(self, kind: Kind, review: Review, status: Status) -> Item:
        return self.page.item(
            kind,
            review.entry.child,
            review.entry.summary,
            reverse("oversight:review", args=[review.pk]),
            f"Put forward by {review.asked_by} {relative(review.asked_at, self.page.at)}",
            status,
            due_at=review.asked_at,
            entry_id=review.entry_id,
        )

    def _drafts(self) -> Iterator[Item]:
        yield from map(self._draft, _saved(self.page))

    def _draft(self, draft: Draft) -> Item:
        kind = draft.occasion.partition(":")[0]
        return self.page.item(
            Kind.DRAFT,
            draft.child,
            kind.split(".")[-1].replace("_", " ").capitalize(),
            where_it_is_written(draft),
            f"Saved {long_moment(draft.saved_at)}. Only you can see it",
            Status("Draft", "blue"),
        )


def where_it_is_written(draft: Draft) -> str:
    """The page of its form; the child's, where no area writes such a thing any longer."""
    kind, _, of = draft.occasion.partition(":")
    form = {form.occasion: form for form in declared(DraftForm)}.get(kind, DraftForm(kind))
    if of and form.again:
        return reverse(form.again, args=[int(of)])
    if not form.new:
        return draft.child.get_absolute_url()
    return reverse(form.new, args=[draft.child_id]) + (f"?{form.query}" if form.query else "")


@kept
def _running(page: OnMyWork) -> QuerySet[Clock]:
    mine = Q(Among("entry__child_id", page.children))
    for first in declared(ListenFirst):
        if page.viewer.user.role in first.heard_by:
            mine |= Q(key__in=first.standards)
    running = page.viewer.see(Clock).running().filter(mine)
    # The newest first, so that what is cut off is what has been late for longest.
    return running.select_related("entry__child").order_by("-due_at", "pk")[: SHOWN * 4]


@kept
def _open(page: OnMyWork) -> QuerySet[Action]:
    mine = page.viewer.see(Action).open().filter(owner=page.worker)
    return mine.select_related("entry__child").order_by("-due_on", "pk")[: SHOWN * 2]


@kept
def _promised(page: OnMyWork) -> QuerySet[Promise]:
    open_ = Q(clock__stopped_at=None, clock__cancelled_at=None, action=None)
    open_ |= Q(action__done_at=None, action__dropped_at=None, clock=None)
    return page.viewer.see(Promise).filter(open_).select_related("by").order_by("pk")


@kept
def _back(page: OnMyWork) -> QuerySet[Review]:
    return _in_order(page.viewer.see(Review).back_to(page.viewer.user, local_date(page.at)))


@kept
def _before_a_manager(page: OnMyWork) -> QuerySet[Review]:
    theirs = Q(asked_by=page.viewer.user) | Q(entry__by=page.viewer.user)
    return _in_order(page.viewer.see(Review).waiting_for_manager().exclude(theirs))


@kept
def _saved(page: OnMyWork) -> QuerySet[Draft]:
    mine = Draft.objects.filter(user=page.viewer.user, child__in=page.viewer.children)
    return mine.select_related("child").order_by("-saved_at")[:SHOWN]


def _in_order(waiting: ReviewQuerySet) -> QuerySet[Review]:
    return waiting.select_related("entry__child", "asked_by").order_by("asked_at", "pk")[:SHOWN]
