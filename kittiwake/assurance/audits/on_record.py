"""What the record itself says, beside a question of the tool about recording and timeliness. Reads only.

By the same clocks and standards that the board and the measures read. Whoever audits answers for themselves: a visit in
time may have seen nobody, and the answer is theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import cached_property

from kittiwake.practice.direct_work import rules as visits
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.missing.rules import INTERVIEW_OFFER
from kittiwake.practice.plans.models import Plan
from kittiwake.practice.transitions import rules as transitions
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.catalogue import standards
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.links import See
from kittiwake.primitives.oversight.models import Turn
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import counted, long_date

BACK = timedelta(days=182)
DECIDED_WITHIN = timedelta(days=92)  # as the question asks: three months

# The standards by which a question is answered, by question.
READS: dict[str, tuple[str, ...]] = {
    "seen_in_time": tuple(
        standard.key for standard in (*visits.STANDARDS, transitions.FIRST_VISIT, transitions.VISIT)
    ),
    "visits_written": (visits.WRITTEN_UP.key,),
    "return_interviews_recorded": (INTERVIEW_OFFER.key,),
}


@dataclass
class OnRecord:
    """Of one child, as it stood at a moment."""

    child_id: int
    see: See
    at: datetime

    def said(self) -> dict[str, str]:
        """{question: what the record says}."""
        ask: dict[str, Callable[[], str]] = {
            "seen_in_time": lambda: self._in_time("seen_in_time"),
            "return_interviews_recorded": lambda: self._in_time("return_interviews_recorded"),
            "visits_written": self._written,
            "plan_current": self._plans,
            "oversight_recorded": self._decided,
        }
        return {question: answer() for question, answer in ask.items()}

    @cached_property
    def _clocks(self) -> list[Clock]:
        """Those that fell due in the six months before, latest first."""
        keys = {*READS["seen_in_time"], *READS["return_interviews_recorded"]}
        clocks = self.see(Clock).filter(entry__child=self.child_id, key__in=keys, cancelled_at=None)
        clocks = clocks.filter(entry__struck_out_at=None, due_at__gt=self.at - BACK, due_at__lte=self.at)
        return list(clocks.order_by("-due_at"))

    def _in_time(self, question: str) -> str:
        fell_due = [clock for clock in self._clocks if clock.key in READS[question]]
        if not fell_due:
            return "nothing fell due in the last six months"
        late = [clock for clock in fell_due if clock.stopped_at is None or clock.stopped_at > clock.due_at]
        said = f"{len(fell_due) - len(late)} of {len(fell_due)} in time in the last six months"
        which = [
            f"{standards()[clock.key].title.lower()}, due {long_date(clock.due_at)}" for clock in late[:3]
        ]
        return f"{said}. Late: {'; '.join(which)}" if which else said

    def _written(self) -> str:
        held = self.see(Session).filter(child=self.child_id, entry__struck_out_at=None)
        recent = held.filter(held_at__range=(self.at - BACK, self.at))
        when = recent.values_list("held_at", "entry__recorded_at")
        sessions = [(held_at, wrote_at) for held_at, wrote_at in when if held_at]
        if not sessions:
            return "no visit or session in the last six months"
        soon = sum(wrote <= limits.due(visits.WRITTEN_UP, held_at).due_at for held_at, wrote in sessions)
        within = limits.within_on(visits.WRITTEN_UP, local_date(self.at))
        return f"{soon} of {len(sessions)} in the last six months written up within {within}"

    def _plans(self) -> str:
        agreed = self.see(Plan).filter(child=self.child_id, entry__struck_out_at=None)
        by_then = agreed.filter(agreed_on__lte=local_date(self.at)).order_by("number")
        newest = {plan.kind: plan for plan in by_then}
        current = [plan for plan in newest.values() if plan.closed_at is None or plan.closed_at > self.at]
        said = [f"{plan.get_kind_display()}, agreed {long_date(plan.agreed_on)}" for plan in current]
        return "; ".join(said) or "no plan is in force"

    def _decided(self) -> str:
        since = (self.at - DECIDED_WITHIN, self.at)
        turns = self.see(Turn).filter(review__entry__child=self.child_id, kind=Turn.ACCEPT, at__range=since)
        last = turns.order_by("-at").values_list("at", flat=True)
        if not last:
            return "no work of theirs was accepted by a manager in the last three months"
        return (
            f"{counted(len(last), 'decision', 'decisions')} in three months, the last on {long_date(last[0])}"
        )
