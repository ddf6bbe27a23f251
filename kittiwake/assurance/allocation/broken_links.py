"""Links between a child and a worker that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation import rules
from kittiwake.assurance.allocation.gaps.queries import held_without_worker
from kittiwake.assurance.allocation.models import Away
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See
from kittiwake.primitives.shared_pages.links import LateClocks
from kittiwake.queries.kept import kept
from kittiwake.record.models import Membership
from kittiwake.time.moments import local_date, start_of


def _without(see: See, at: datetime, *, is_late: bool) -> Iterator[Broken]:
    """Children without a named worker today, by whether their limit has run out. Duty cover does not count."""
    today = local_date(at)
    for child_id, days in held_without_worker(see, today).items():
        gap = days.gap_on(today)
        if gap is not None:
            due_at = days.due_at(gap, today)
            if (due_at < at) is is_late:
                yield Broken(child_id, start_of(gap.days.starts_on), due_at=due_at)


def too_long(see: See, at: datetime) -> Iterator[Broken]:
    return _without(see, at, is_late=True)


def not_long_yet(see: See, at: datetime) -> Iterator[Broken]:
    return _without(see, at, is_late=False)


def nobody_covers(see: See, at: datetime) -> Iterator[Broken]:
    """Managers of a team who are away today: on the board of whoever answers for them."""
    for absence in _away(see, local_date(at)):
        about = f"{absence.team}, away {absence.until}"
        yield Broken(
            None, start_of(absence.starts_on), about=about, row_id=absence.pk, worker_id=absence.worker_id
        )


@kept
def _away(see: See, today: date) -> QuerySet[Any]:
    manage = Membership.objects.on(today).filter(worker=OuterRef("worker"), manages=True, covered=None)
    away = see(Away).on(today).filter(Exists(manage), covered_by=None)
    return away.annotate(team=manage.values("team__name")[:1])


not_introduced = LateClocks(rules.INTRODUCED)
not_handed_over = LateClocks(rules.HANDED_OVER)
GIVE = Mend("Give them a worker", "allocation:change_worker", Power.OVERSEE, "child")
WORKER = (rules.NAMED_WORKER.key, rules.NAMED_WORKER_SOONER.key)
LINKS = [
    BrokenLink(
        "allocation.without_worker",
        "A child without a worker for too long",
        "Every child has a named worker at every moment. Duty cover is not one.",
        rules.NAMED_WORKER.source,
        too_long,
        reads=WORKER,
        mends=(GIVE,),
    ),
    BrokenLink(
        "allocation.without_worker_yet",
        "A child without a worker, within the limit",
        "Every child has a named worker at every moment.",
        rules.NAMED_WORKER.source,
        not_long_yet,
        is_coming=True,
        reads=WORKER,
        mends=(GIVE,),
    ),
    BrokenLink(
        "allocation.not_introduced",
        "A new worker whom the child has not met",
        "A child should not learn from a stranger at the door who their worker is.",
        rules.INTRODUCED.source,
        not_introduced,
        reads=(rules.INTRODUCED.key,),
        mends=(Mend("Introduce them", "allocation:introduce", Power.RECORD),),
    ),
    BrokenLink(
        "allocation.not_handed_over",
        "A change of worker that was not handed over",
        "What was promised to a child is kept by whoever comes next.",
        rules.HANDED_OVER.source,
        not_handed_over,
        reads=(rules.HANDED_OVER.key,),
        mends=(Mend("Hand over", "allocation:change", Power.RECORD),),
    ),
    BrokenLink(
        "allocation.nobody_covers",
        "A manager is away, and nobody covers",
        "Somebody answers for a team’s children, and looks at what its workers put forward, every day.",
        "Local; inspectors’ published findings on oversight that stops while a manager is away",
        nobody_covers,
        mends=(Mend("Say who covers", "allocation:name_cover", Power.APPROVE, "row"),),
        of_workers=True,
    ),
]
