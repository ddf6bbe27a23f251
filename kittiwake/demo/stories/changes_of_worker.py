"""The stories of changing hands: a child with many workers, a worker who leaves, and a limit that is about to change."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.urls import reverse

from kittiwake.accounts.models import User
from kittiwake.demo.changes_of_worker import change_to, hand_over
from kittiwake.demo.people import Council
from kittiwake.demo.stories.children import HARBOUR, MARSH
from kittiwake.practice.duties import recording as duties
from kittiwake.practice.missing.rules import INTERVIEW_OFFER
from kittiwake.primitives.clocks.limits.recording import set_limit
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Child, Worker
from kittiwake.time.moments import local_date

KEPT = 3  # of the children of the worker who leaves: for the visitor to give to somebody


def make(council: Council, at: datetime) -> None:
    many_workers(council, at)
    covered_by_duty(council, at)
    somebody_leaves(council, at)
    sooner_from_next_month(council, at)


def _since(council: Council, name: tuple[str, str], days: int, at: datetime) -> Child:
    """A child of the Marsh team whose first worker there began so many days ago."""
    child = record.add_child(
        forenames=name[0], surname=name[1], born_on=date(local_date(at).year - 15, 5, 3), source="made up",
        identifiers_={"council": council.chance.child_id()}, by=council.system, at=at,
    )  # fmt: skip
    since = local_date(at) - timedelta(days=days)
    duties.start_track(child, kind="child_protection", starts_on=since, by=council.system, at=at)
    record.allocate(
        child,
        team=council.teams[MARSH],
        worker=council.workers[MARSH][0],
        starts_on=since,
        by=council.system,
        at=at,
    )
    return child


def many_workers(council: Council, at: datetime) -> Child:
    """Linnet had five workers in eighteen months, a gap between the third and the fourth, and nobody since last week."""
    child, workers = _since(council, ("Linnet", "Rowe"), 540, at), council.workers[MARSH]
    steps: list[tuple[int, Worker | None, str]] = [
        (400, workers[1], "left"),
        (290, workers[2], "moved_job"),
        (210, None, "left"),
        (196, workers[3], "caseload"),
        (80, workers[4], "child_asked"),
        (8, None, "left"),
    ]
    for days, worker, reason in steps:
        change = change_to(council, child, MARSH, worker, local_date(at) - timedelta(days=days), reason, at)
        if days in (400, 80):
            hand_over(council, change, at)
    council.tell(
        "manager.marsh.team",
        reverse("allocation:gaps"),
        "Five workers, and now none",
        see="Linnet had five workers in eighteen months, and has had none for eight days. Teal has duty cover, which is not a worker.",
        mend="Give each of them a worker. Whoever they know already comes first. Then write the handover and introduce them to Linnet.",
    )
    return child


def covered_by_duty(council: Council, at: datetime) -> Child:
    """Teal's worker went on long leave three days ago; duty answers for them, which is not a worker of their own."""
    child = _since(council, ("Teal", "Marlow"), 200, at)
    now = Allocation.objects.get(child=child, role=Allocation.LEAD, ends_on=None)
    record.allocate(
        child, team=now.team, worker=council.workers[MARSH][2], is_cover=True, reason="Duty",
        starts_on=local_date(at) - timedelta(days=3), by=council.system, at=at,
    )  # fmt: skip
    return child


def somebody_leaves(council: Council, at: datetime) -> Worker:
    """The fifth worker of the Harbour team leaves on Monday week. All but a few of their children have somebody."""
    leaver, others = council.workers[HARBOUR][4], council.workers[HARBOUR][:2]
    today = local_date(at)
    monday = today + timedelta(days=14 - today.weekday())
    held = Allocation.objects.filter(worker=leaver, role=Allocation.LEAD, ends_on=None).select_related(
        "child"
    )
    for number, row in enumerate(held.order_by("pk")[KEPT:]):
        change_to(council, row.child, HARBOUR, others[number % len(others)], monday, "left", at)
    council.tell(
        "manager.harbour.team",
        reverse("allocation:leave", args=[leaver.pk]),
        "Somebody leaves on Monday week",
        see=f"{leaver} leaves. Most of their children have somebody from that day; {KEPT} do not, and some actions are still theirs.",
        mend="Try to end their post: it says what is in the way. Give each child somebody, whom they know already first. Give away or "
        "finish the actions. Then end the post.",
    )
    return leaver


def sooner_from_next_month(council: Council, at: datetime) -> None:
    """An interview is to be offered within 12 hours, from the first of the month after next week."""
    later = local_date(at) + timedelta(days=7)
    first = date(later.year + later.month // 12, later.month % 12 + 1, 1)
    set_limit(
        INTERVIEW_OFFER, count=12, effective_from=first, version=0,
        by=User.objects.get(email="principal@saltmere.example"), at=at,
        why="Young people’s panel: the next day is too late. Agreed by the director",
    )  # fmt: skip
