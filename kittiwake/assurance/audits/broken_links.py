"""Links of an audit that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from kittiwake.areas.powers import Power
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.models import AuditAction
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.links import CLOCK, Broken, BrokenLink, Mend, See, of_clocks
from kittiwake.primitives.shared_pages.links import LateClocks
from kittiwake.queries.kept import kept
from kittiwake.time.moments import end_of, local_date


def not_discussed(see: See, at: datetime) -> Iterator[Broken]:
    """From the day it is written, so that the next supervision brings it up."""
    for child_id, begun_at, entry_id, kind, what in _undiscussed(see):
        due_at = limits.due(rules.DISCUSSED_BY, begun_at).due_at
        yield Broken(child_id, begun_at, entry_id, kind, due_at, what)


@kept
def _undiscussed(see: See) -> QuerySet[AuditAction, tuple[int, datetime, int, str, str]]:
    actions = see(AuditAction).open().filter(discussed_at=None)
    return actions.values_list("child_id", "begun_at", "entry_id", "entry__kind", "what")


def without_effect(see: See, at: datetime) -> Iterator[Broken]:
    """Past their day, or even closed, and no entry that stands shows what they changed for the child."""
    for child_id, raised_at, entry_id, kind, due_on, what in _without_effect(see, local_date(at)):
        yield Broken(child_id, raised_at, entry_id, kind, end_of(due_on), what)


@kept
def _without_effect(
    see: See, today: date
) -> QuerySet[AuditAction, tuple[int, datetime, int, str, date, str]]:
    names = ("child_id", "entry__recorded_at", "entry_id", "entry__kind", "due_on", "what")
    return see(AuditAction).without_effect(today).values_list(*names)


def not_made_safe(see: See, at: datetime) -> Iterator[Broken]:
    return of_clocks(_not_safe(see))


@kept
def _not_safe(see: See) -> QuerySet[Clock, tuple[Any, ...]]:
    return see(Clock).running().filter(key=rules.MADE_SAFE.key).values_list(*CLOCK)


not_audited_again = LateClocks(rules.RE_AUDIT_DUE)

LINKS = [
    BrokenLink(
        "audits.not_made_safe",
        "Inadequate audit, and nobody has said that the child is safe",
        "A child who was found at risk is made safe, and a manager says so.",
        rules.MADE_SAFE.source,
        not_made_safe,
        reads=(rules.MADE_SAFE.key,),
        mends=(Mend("Say that they are safe", "audits:make_safe_after_audit", Power.OVERSEE),),
    ),
    BrokenLink(
        "audits.not_discussed",
        "Audit action not talked over with the worker",
        "What an audit found reaches the worker whose practice it is about, in supervision or before.",
        rules.DISCUSSED_BY.source,
        not_discussed,
        reads=(rules.DISCUSSED_BY.key,),
        mends=(Mend("Record that it was discussed", "audits:discuss_action", Power.ANSWER),),
    ),
    BrokenLink(
        "audits.without_effect",
        "Audit action without an effect",
        "An action is there to change something for the child, and the child’s own record shows that it did.",
        "Local; inspectors’ published findings on audits that do not close the loop",
        without_effect,
        reads=(rules.DONE_BY.key,),
        mends=(Mend("See what it waits for", "audits:action", Power.ANSWER),),
    ),
    BrokenLink(
        "audits.not_audited_again",
        "Inadequate audit, not looked at again",
        "What was inadequate is looked at again about three months later.",
        rules.RE_AUDIT_DUE.source,
        not_audited_again,
        reads=(rules.RE_AUDIT_DUE.key,),
        mends=(Mend("Audit them again", "audits:audits_of_child", Power.AUDIT, "child"),),
    ),
]
