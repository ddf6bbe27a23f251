"""Who a child's worker is: the only way it changes. Form, import and API all call these."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import Min

from kittiwake.access import footing
from kittiwake.access import recording as access
from kittiwake.access.models import Grant
from kittiwake.accounts.models import User
from kittiwake.assurance.allocation import events, rules
from kittiwake.assurance.allocation.cover.recording import cover_follows
from kittiwake.assurance.allocation.models import Change
from kittiwake.assurance.workforce.caseloads.queries import caseload_of, weight_of
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks import recording as clocks
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.days import YEAR
from kittiwake.record.models import Allocation, Child, Entry, Membership, Team, Track, Worker
from kittiwake.time.moments import LONDON, end_of, local_date, start_of
from kittiwake.ui.dates import long_date

CHANGE = "allocation.change"
HANDS_OVER_FOR = timedelta(days=14)  # whoever had the child may still see them, to hand over


@whole()
def change_worker(
    child: Child,
    *,
    team: Team,
    worker: Worker | None,
    starts_on: date,
    reason: str,
    instead_of: int | None,
    by: User,
    at: datetime,
    is_cover: bool = False,
    reason_words: str = "",
    over_cap_why: str = "",
    with_actions: bool = False,
) -> Change:
    """From that day they have this worker, or nobody. The one before ends that day: never two, never a day between.

    `instead_of` is the allocation that was on the screen. `with_actions` gives what the one before had agreed to do for
    this child to the new one. Refuses no reason, a day before the child is open to anybody, whoever was only let in
    themselves, somebody who has left or is not here yet, a team the worker is not in, more children than a newly qualified
    worker may have without saying why, and a second manager who had not seen the first's change.
    """
    footing.refuse_passing(child, by)
    must_be_believable(at, of=child, ahead=YEAR, starts_on=starts_on)
    # Two managers at once: the second waits, and is told.
    Child.objects.select_for_update(of=("self",)).get(pk=child.pk)
    before = Allocation.objects.filter(child=child, role=Allocation.LEAD, ends_on=None).first()
    if (before.pk if before else None) != instead_of:
        raise Refused("Somebody else has just changed who their worker is. Look again before you change it.")
    _refuse_without_reason(reason, reason_words.strip(), child, worker)
    _refuse_days(child, before, starts_on)
    if worker is not None:
        _refuse_worker(worker, team, starts_on)
        if not is_cover:
            _refuse_over_cap(child, worker, before, starts_on, over_cap_why.strip())
    if before and (before.team_id, before.worker_id, before.is_cover) == (
        team.pk,
        worker and worker.pk,
        is_cover,
    ):
        raise Refused("They have this worker already. Choose somebody else.", field="worker")
    after = record.allocate(
        child,
        team=team,
        worker=worker,
        starts_on=starts_on,
        is_cover=is_cover and worker is not None,
        reason=dict(rules.REASONS)[reason],
        by=by,
        at=at,
    )
    change = _enter(child, before, after, reason, reason_words.strip(), over_cap_why.strip(), by=by, at=at)
    cover_follows(child, after, by=by, at=at)
    if with_actions and change.needs_handover:
        _give_actions(change, by=by, at=at)
    settle(child, at)
    return change


def _refuse_without_reason(reason: str, words: str, child: Child, worker: Worker | None) -> None:
    if reason not in dict(rules.REASONS):
        raise Refused("Select why the worker changes.", field="reason")
    if reason in rules.NEEDS_WORDS and not words:
        raise Refused("Say why in a few words.", field="reason_words")
    if worker is None and not words:
        raise Refused("Say why nobody can be their worker yet.", field="reason_words")
    if reason == "first" and _has_had_a_worker(child):
        raise Refused("They have had a worker. Select why the worker changes.", field="reason")


def _has_had_a_worker(child: Child) -> bool:
    """A named one, also where nobody has them now."""
    named = Allocation.objects.filter(child=child, role=Allocation.LEAD, is_cover=False, worker__isnull=False)
    return named.exists()


def _refuse_days(child: Child, before: Allocation | None, starts_on: date) -> None:
    """A child is open from the first day of a track or of a team that held them; nobody works with them before. Days
    that another worker had are theirs."""
    taken = Allocation.objects.filter(child=child, role=Allocation.LEAD, ends_on__gt=starts_on)
    if (before is not None and starts_on < before.starts_on) or (before is None and taken.exists()):
        raise Refused("They had another worker on that day. Choose a later day.", field="starts_on")
    tracks = Track.objects.filter(child=child).aggregate(first=Min("starts_on"))["first"]
    held = Allocation.objects.filter(child=child).aggregate(first=Min("starts_on"))["first"]
    first = min((day for day in (tracks, held) if day), default=None)
    if first is not None and starts_on < first:
        raise Refused(
            f"The child is open to us from {long_date(first)}. Nobody can be their worker before that day.",
            field="starts_on",
        )


def _refuse_worker(worker: Worker, team: Team, starts_on: date) -> None:
    """Locked, so that nobody is given a child while they are being let go, nor let go while they are given one."""
    now = Worker.objects.select_for_update(of=("self",)).get(pk=worker.pk)
    why = rules.why_not_here(now.name, starts_on, starts_on=now.starts_on, left_on=now.ends_on)
    if why:
        raise Refused(why, field="worker")
    if not Membership.objects.on(starts_on).filter(worker=now, team=team).exists():
        raise Refused(
            f"{now.name} is not in {team} on that day. Choose their team, or somebody else.", field="team"
        )


def _refuse_over_cap(
    child: Child, worker: Worker, before: Allocation | None, starts_on: date, why: str
) -> None:
    if before is not None and before.worker_id == worker.pk and not before.is_cover:
        return  # theirs already: not one more
    load = caseload_of(worker, starts_on)
    if load.over(weight_of(child, starts_on)) and not why:
        raise Refused(
            f"{worker.name} is newly qualified and has {load}. Choose somebody else, or say why it has to be them.",
            field="over_cap_why",
        )


def _enter(
    child: Child,
    before: Allocation | None,
    after: Allocation,
    reason: str,
    words: str,
    over_cap_why: str,
    *,
    by: User,
    at: datetime,
) -> Change:
    today = local_date(at)
    moment = at if after.starts_on >= today else datetime.combine(after.starts_on, time(12), LONDON)
    entry = record.enter(child, kind=CHANGE, summary=_summary(after), happened_at=moment, by=by, at=at)
    change = Change.objects.create(
        entry=entry,
        child=child,
        before=before,
        after=after,
        reason=reason,
        reason_words=words,
        over_cap_why=over_cap_why,
    )
    _settle_earlier(child, entry, at)
    if change.is_to_somebody:
        clocks.start(rules.INTRODUCED, entry=entry, at=start_of(after.starts_on))
    if change.needs_handover:
        clocks.start(rules.HANDED_OVER, entry=entry, at=start_of(after.starts_on))
        _let_them_hand_over(change, by=by, at=at)
    changes = {"Worker": (str(before.worker or "Nobody") if before else "", str(after.worker or "Nobody"))}
    history.write(events.CHANGED, change, by=by, at=at, child_id=child.pk, changes=changes)
    return change


def _summary(after: Allocation) -> str:
    since = f"from {long_date(after.starts_on)}"
    if after.worker is None:
        return f"No worker {since}: {after.team} holds them"
    what = "covers as duty" if after.is_cover else "is their worker"
    return f"{after.worker} {what} {since}"


def _settle_earlier(child: Child, entry: Entry, at: datetime) -> None:
    """Whoever has gone again before they were introduced need not be any more."""
    running = Clock.objects.running().filter(
        entry__child=child, key__in=[rules.INTRODUCED.key, rules.HANDED_OVER.key]
    )
    for clock in running.exclude(entry=entry).select_related("entry"):
        clocks.cancel(clock.key, entry=clock.entry, at=at, reason="The worker changed again")


def _let_them_hand_over(change: Change, *, by: User, at: datetime) -> None:
    """The worker before may be in another team from now on, and still has to write down what matters."""
    assert change.before is not None
    assert change.before.worker is not None
    user, stays = change.before.worker.user, Membership.objects.on(change.after.starts_on)
    if (
        user is None
        or not user.is_active
        or stays.filter(worker=change.before.worker, team=change.after.team).exists()
    ):
        return
    ends_at = end_of(max(change.after.starts_on, local_date(at)) + HANDS_OVER_FOR)
    access.let_in(
        change.child,
        user=user,
        kind=Grant.DUTY,
        reason="Hands over to the new worker",
        because_of=change.entry,
        ends_at=ends_at,
        by=by,
        at=at,
    )


def _give_actions(change: Change, *, by: User, at: datetime) -> None:
    assert change.before is not None
    mine = Action.objects.open().filter(owner=change.before.worker, entry__child=change.child)
    for action in mine.select_related("entry", "owner"):
        actions.give(action, owner=change.after.worker, team=None, by=by, at=at)


@whole()
def strike_out(change: Change, *, reason: str, by: User, at: datetime) -> None:
    """It was recorded wrongly: whoever was their worker before is so without a break.

    Refuses when the worker has changed again since, when the one before has left, and whoever was only let in.
    """
    footing.refuse_passing(change.child, by)
    Child.objects.select_for_update(of=("self",)).get(pk=change.child_id)
    after = Allocation.objects.get(pk=change.after_id)
    if after.ends_on is not None:
        raise Refused("The worker has changed again since. Put the newest change right first.")
    before = change.before.worker if change.before else None
    if before is not None and before.ends_on is not None:
        raise Refused(
            f"{before} is leaving or has left, and cannot be their worker again. Change the worker instead."
        )
    record.strike_out(change.entry, reason=reason, by=by, at=at)
    record.take_back(after, reason=reason, by=by, at=at)
    settle(change.child, at)
    history.write(events.STRUCK_OUT, change, by=by, at=at, child_id=change.child_id)
