"""Changes of worker in the last months: most handed over and introduced, some not; a few children with nobody."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kittiwake.assurance.allocation.changes import recording as changes
from kittiwake.assurance.allocation.cover.recording import be_away
from kittiwake.assurance.allocation.handovers.recording import introduce, sign, write_note
from kittiwake.assurance.allocation.models import Change
from kittiwake.demo.people import Council
from kittiwake.record.models import Allocation, Child, Worker
from kittiwake.time.moments import local_date

SOMEBODY_AWAY = {"Harbour team", "Marsh team"}
REASONS = ["left", "moved_job", "sick", "caseload", "child_asked", "moved_area"]
MATTERS = [
    "Football on Thursdays comes first. Do not ring in the morning.",
    "Needs to hear it straight, and to hear it twice. Their nan is who they trust.",
    "Was let down before: only say what you will do, and do it that day.",
]
PROMISED = [
    "A lift to see their brother every other Saturday.",
    "To ask about the college place, and ring back by Friday.",
    "Nothing was promised.",
]


def make_changes(council: Council, team_name: str, children: list[Child], at: datetime) -> None:
    """One child in eight changed worker in the last four months."""
    for child in children:
        if council.chance.often(0.12):
            days = council.chance.random.randint(2, 120)
            one_change(council, child, team_name, local_date(at) - timedelta(days=days), at)
    if team_name in SOMEBODY_AWAY:
        _away(council, team_name, at)


def day_of(on: date, at: datetime) -> datetime:
    """The same hour of that day, where it has come."""
    return at - timedelta(days=max((local_date(at) - on).days, 0))


def standing(child: Child) -> Allocation | None:
    return (
        Allocation.objects.filter(child=child, role=Allocation.LEAD, ends_on=None)
        .select_related("worker")
        .first()
    )


def one_change(council: Council, child: Child, team_name: str, on: date, at: datetime) -> None:
    now = standing(child)
    if now is None or now.worker is None or now.starts_on >= on:
        return
    others = [worker for worker in council.workers[team_name] if worker.pk != now.worker_id]
    change = change_to(
        council, child, team_name, council.chance.one(others), on, council.chance.one(REASONS), at
    )
    if council.chance.often(0.85):
        hand_over(council, change, at)


def change_to(
    council: Council, child: Child, team_name: str, worker: Worker | None, on: date, reason: str, at: datetime
) -> Change:
    """Recorded on the day itself, or today where it is planned for later."""
    now, then = standing(child), day_of(on, at)
    return changes.change_worker(
        child, team=council.teams[team_name], worker=worker, starts_on=on, reason=reason,
        reason_words="" if worker else "The post is advertised", instead_of=now.pk if now else None,
        with_actions=True, by=council.user_of(council.managers[team_name]), at=then,
    )  # fmt: skip


def hand_over(council: Council, change: Change, at: datetime) -> None:
    """Written, signed by both and met, in that order; now and then the last is missing."""
    chance, after = council.chance, change.after.worker
    before = change.before.worker if change.before else None
    if after is None or after.user is None or before is None or before.user is None:
        return
    at = day_of(change.after.starts_on + timedelta(days=chance.random.randint(0, 6)), at)
    words = {"matters": chance.one(MATTERS), "promised": chance.one(PROMISED), "watch_for": ""}
    change = write_note(change, **words, version=change.version, by=before.user, at=at)
    change = sign(change, side="before", by=before.user, at=at)
    change = sign(change, side="after", by=after.user, at=at)
    met_on = local_date(at)
    if chance.often(0.8):
        introduce(
            change, introduced_on=met_on, introduced_by=before.name, introduced_how="At their place, for an hour",
            told_on=min(met_on, change.after.starts_on), told_how=chance.one(["by_old", "together", "by_new"]),
            child_words=chance.one(["", "Are you going to stay?", "I liked the other one."]), by=after.user, at=at,
        )  # fmt: skip


def _away(council: Council, team_name: str, at: datetime) -> None:
    today, workers = local_date(at), council.workers[team_name]
    be_away(
        workers[3], covered_by=workers[1], starts_on=today - timedelta(days=2), ends_on=today + timedelta(days=9),
        words="Two court days this week; the rest can wait.", by=council.user_of(council.managers[team_name]), at=at,
    )  # fmt: skip
