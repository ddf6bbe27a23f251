"""Who held an interview, and whether they were independent of the child's care. Reads only; called by recording."""

from __future__ import annotations

from datetime import datetime

from kittiwake.history.refusal import Refused
from kittiwake.practice.return_interviews import rules
from kittiwake.practice.return_interviews.facts import AccountFacts
from kittiwake.record.models import Allocation, Child, Membership, Worker
from kittiwake.time.moments import local_date


def with_interviewer(child: Child, facts: AccountFacts, held_at: datetime) -> AccountFacts:
    """The facts with who held it, and whether they were independent: as was said, or as the record knows."""
    worker = facts.get("interviewer")
    name = facts.get("interviewer_name") or (worker.name if worker else "")
    if not name:
        raise Refused("Enter who held the interview.", field="interviewer_name")
    if worker and worker.name != name:
        worker = None  # somebody else is named now
    judged = independence(child, worker, held_at)
    independent, why = facts.get("independent"), facts.get("independent_why") or ""
    if independent is None:
        independent, why = judged.is_independent, why or ("" if judged.is_independent else judged.why)
    if independent and not judged.is_independent:
        raise Refused(f"{judged.why} Select “No”, and say why it was them.", field="independent")
    if not independent and not why:
        raise Refused("Enter why it was somebody who is not independent.", field="independent_why")
    return {
        **facts,
        "interviewer": worker,
        "interviewer_name": name,
        "independent": independent,
        "independent_why": why,
    }


def independence(child: Child, worker: Worker | None, held_at: datetime) -> rules.Independence:
    """What the record knows: whether the interviewer worked with the child, or in the team that did, on that day."""
    day = local_date(held_at)
    working = Allocation.objects.on(day).filter(child=child).exclude(role="return_interviews")
    theirs = Membership.objects.on(day).filter(worker=worker, worker__isnull=False)
    return rules.is_independent(
        is_allocated=worker is not None and working.filter(worker=worker).exists(),
        is_in_their_team=theirs.filter(team__in=working.values("team")).exists(),
    )
