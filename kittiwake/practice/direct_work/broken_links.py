"""Links of direct work that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from kittiwake.areas.powers import Power
from kittiwake.practice.direct_work import rules
from kittiwake.practice.direct_work.goals import rules as goal_rules
from kittiwake.practice.direct_work.models import Goal, Session
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See
from kittiwake.primitives.shared_pages.links import LateClocks
from kittiwake.queries.kept import kept


def not_written_up(see: See, at: datetime) -> Iterator[Broken]:
    """Sessions whose time has passed, and nobody has said whether they were held."""
    for child_id, planned_at, pk, purpose in _planned(see, at):
        if planned_at is not None:  # the query asks for those alone
            yield Broken(child_id, planned_at, pk, "direct_work.session", planned_at, purpose)


@kept
def _planned(see: See, at: datetime) -> QuerySet[Session, tuple[int, datetime | None, int, str]]:
    waiting = see(Session).planned().filter(planned_at__lt=at)
    return waiting.values_list("child_id", "planned_at", "pk", "purpose")


def goal_alone(see: See, at: datetime) -> Iterator[Broken]:
    """A goal the child set, after which nobody has worked with them."""
    for child_id, since, pk, wants in _set_alone(see):
        if goal_rules.goal_is_alone(since, at):
            due_at = since + goal_rules.WORK_ON_GOAL_WITHIN
            yield Broken(child_id, since, pk, "direct_work.goal", due_at, wants)


@kept
def _set_alone(see: See) -> QuerySet[Goal, tuple[int, datetime, int, str]]:
    after = Session.objects.held().filter(child=OuterRef("child"), held_at__gt=OuterRef("entry__happened_at"))
    alone = see(Goal).open().filter(~Exists(after))
    return alone.values_list("child_id", "entry__happened_at", "pk", "wants")


LINKS = [
    BrokenLink(
        "direct_work.not_visited",
        "Visit not made in time",
        "A child who is not seen cannot tell anybody.",
        f"{rules.REGULATION_28}; local for child protection and child in need",
        LateClocks(*rules.STANDARDS, titled=True),  # an attempt does not stop it
        reads=tuple(standard.key for standard in rules.STANDARDS),
        mends=(Mend("Record the visit", "direct_work:hold", Power.RECORD, "child"),),
    ),
    BrokenLink(
        "direct_work.not_written_up",
        "Session planned, and not recorded",
        "What was said is lost when nobody writes it down.",
        "Local",
        not_written_up,
        mends=(Mend("Say what came of it", "direct_work:session", Power.RECORD),),
    ),
    BrokenLink(
        "direct_work.goal_alone",
        "The child set a goal, and nobody has worked on it",
        "They said what they want. Somebody has to come back.",
        "Local: within 4 weeks",
        goal_alone,
        mends=(Mend("Work on it, or end it", "direct_work:goal", Power.RECORD),),
    ),
]
