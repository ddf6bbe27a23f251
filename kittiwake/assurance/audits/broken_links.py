"""Links of an audit that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kittiwake.areas.powers import Power
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.models import AuditAction
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See, of_clocks
from kittiwake.primitives.shared_pages.links import LateClocks
from kittiwake.time.moments import end_of, local_date


def not_discussed(see: See, at: datetime) -> Iterator[Broken]:
    """From the day it is written, so that the next supervision brings it up."""
    actions = see(AuditAction).open().filter(discussed_at=None)
    for child_id, begun_at, entry_id, kind, what in actions.values_list(
        "child_id", "begun_at", "entry_id", "entry__kind", "what"
    ):
        due_at = limits.due(rules.DISCUSSED_BY, begun_at).due_at
        yield Broken(child_id, begun_at, entry_id, kind, due_at, what)


def without_effect(see: See, at: datetime) -> Iterator[Broken]:
    """Past their day, or even closed, and no entry that stands shows what they changed for the child."""
    actions = see(AuditAction).without_effect(local_date(at))
    for child_id, raised_at, entry_id, kind, due_on, what in actions.values_list(
        "child_id", "entry__recorded_at", "entry_id", "entry__kind", "due_on", "what"
    ):
        yield Broken(child_id, raised_at, entry_id, kind, end_of(due_on), what)


def not_made_safe(see: See, at: datetime) -> Iterator[Broken]:
    running = see(Clock).running().filter(key=rules.MADE_SAFE.key)
    return of_clocks(running)


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
