"""Links of growing up that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from kittiwake.areas.powers import Power
from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.young_people import facts_of, turned_eighteen, whom_it_concerns
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See
from kittiwake.primitives.shared_pages.links import LateClocks
from kittiwake.time.moments import local_date, start_of

AHEAD = timedelta(days=182)  # how long before 18 it is worth saying; local
FORGOTTEN_AFTER = timedelta(days=365)  # from 19 the list of birthdays says it; local


def turned_eighteen_without(see: See, at: datetime) -> Iterator[Broken]:
    """Turned 18 in the last year, and something that was owed by then is not there."""
    return _without(see, at, since=-FORGOTTEN_AFTER, until=timedelta(0))


def turns_eighteen_without(see: See, at: datetime) -> Iterator[Broken]:
    return _without(see, at, since=timedelta(days=1), until=AHEAD)


def _without(see: See, at: datetime, *, since: timedelta, until: timedelta) -> Iterator[Broken]:
    today = local_date(at)
    for child in whom_it_concerns(see, today):
        facts = facts_of(child)
        birthday = turned_eighteen(facts)
        if not today + since <= birthday <= today + until:
            continue
        if missing := rules.missing_at_eighteen(facts, today):
            about = ", ".join(milestone.title for milestone in missing)
            yield Broken(child.pk, start_of(birthday), due_at=start_of(birthday), about=about)


SEE = Mend("See what is owed", "transitions:transition", Power.RECORD, "child")
LINKS = [
    BrokenLink(
        "transitions.eighteen_without",
        "Turned 18 without what was owed by then",
        "A plan, an adviser, an answer from adult services, a worker who stays: none of it ends because of a date.",
        "Children Act 1989, sections 23A to 24D; Care Act 2014, section 58; the last is local",
        turned_eighteen_without,
        mends=(SEE,),
    ),
    BrokenLink(
        "transitions.eighteen_soon",
        "Turns 18 within six months, and something is not there",
        "There is still time.",
        "Local",
        turns_eighteen_without,
        is_coming=True,
        mends=(SEE,),
    ),
    BrokenLink(
        "transitions.late",
        "Pathway review, contact or visit late",
        "Care leavers tell us that nobody rings.",
        rules.REVIEW.source,
        LateClocks(*rules.STANDARDS, titled=True),
        reads=tuple(standard.key for standard in rules.STANDARDS),
        mends=(SEE,),
    ),
]
