"""A worker leaves: the only way a worker is ended."""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.assurance.allocation import events
from kittiwake.assurance.allocation.leaving.queries import remaining_with
from kittiwake.assurance.allocation.models import not_over
from kittiwake.assurance.workforce.engagements import recording as engagements
from kittiwake.assurance.workforce.models import Engagement
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Membership, Worker
from kittiwake.time.moments import start_of
from kittiwake.ui.dates import counted, long_date


@whole()
def end_worker(worker: Worker, *, ends_on: date, why: str, by: User, at: datetime, reason: str = "") -> None:
    """From that day they do not work here: their engagement, their places in teams and their sign-in end with the day
    before. `reason` is the census's, for whoever is engaged.

    Refuses while any child is theirs in any role on that day or later, while an action is, and a second time.
    """
    must_be_believable(at, ends_on=ends_on)
    now = Worker.objects.select_for_update(of=("self",)).get(pk=worker.pk)
    if now.ends_on is not None:
        raise Refused(f"{now} leaves on {long_date(now.ends_on)} already. Open their page to see more.")
    if now.starts_on is not None and ends_on < now.starts_on:
        raise Refused(
            f"{now} starts here on {long_date(now.starts_on)}. Choose a later day.", field="ends_on"
        )
    if why_not := why_not_end(now, by):
        raise NotYours(why_not)
    _refuse_what_is_theirs(now, ends_on)
    Worker.objects.filter(pk=now.pk).update(ends_on=ends_on)
    Membership.objects.filter(worker=now, ends_on=None, starts_on__lte=ends_on).update(ends_on=ends_on)
    _end_engagement(now, ends_on, reason, by=by, at=at)
    if now.user is not None:
        accounts.end_user_on(now.user, ends_at=start_of(ends_on), by=by, at=at)
    changes = {"Not here from": ("", ends_on.isoformat()), "Why": ("", why)}
    history.write(events.WORKER_ENDED, now, by=by, at=at, changes=changes)


def why_not_end(worker: Worker, user: User) -> str:
    return "Somebody else ends your own post: ask your manager." if worker.user_id == user.pk else ""


def _end_engagement(worker: Worker, ends_on: date, reason: str, *, by: User, at: datetime) -> None:
    engagement = Engagement.objects.filter(worker=worker, ends_on=None).first()
    if engagement is None:
        return
    if not reason:
        raise Refused("Select how their employment ends.", field="reason")
    engagements.end(engagement, ends_on=ends_on, reason=reason, by=by, at=at)


def _refuse_what_is_theirs(worker: Worker, ends_on: date) -> None:
    left = remaining_with(worker, ends_on)
    if left.children:
        raise Refused(
            f"{counted(left.children, 'child is', 'children are')} still with {worker} on {long_date(ends_on)}. "
            "Give each of them somebody else from that day or before: they are listed on this page.",
            field="ends_on",
        )
    if left.actions:
        raise Refused(
            f"{counted(left.actions, 'action is', 'actions are')} still {worker}’s. Give each to somebody else, or finish it: "
            "they are listed on this page.",
            field="ends_on",
        )
    if worker.covers.filter(not_over(ends_on)).exists():
        raise Refused(f"{worker} covers for somebody after that day. End that cover first.", field="ends_on")
