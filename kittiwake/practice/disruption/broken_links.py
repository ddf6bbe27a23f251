"""Links of a tactic that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from kittiwake.areas.powers import Power
from kittiwake.practice.disruption import rules
from kittiwake.practice.disruption.models import Concern, TacticStep
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See
from kittiwake.queries.kept import kept
from kittiwake.time.moments import local_date, start_of


def lapsed(see: See, at: datetime) -> Iterator[Broken]:
    """Granted until a day that has passed, and nobody has said that it is over or was granted anew."""
    for concern in _ended(see, local_date(at)):
        ended = start_of(concern.ended_on + timedelta(days=1))  # type: ignore[attr-defined]  # annotated above
        yield Broken(concern.child_id, ended, concern.pk, "disruption.tactic", ended, str(concern))


@kept
def _ended(see: See, today: date) -> QuerySet[Concern]:
    granted = TacticStep.objects.filter(tactic=OuterRef("tactic"), kind=rules.GRANTED).order_by("-pk")
    over = TacticStep.objects.filter(tactic=OuterRef("tactic"), kind=rules.EXPIRED)
    concerns = see(Concern).standing().filter(~Exists(over)).select_related("tactic")
    return concerns.annotate(ended_on=Subquery(granted.values("until_on")[:1])).filter(ended_on__lt=today)


LINKS = [
    BrokenLink(
        "disruption.lapsed",
        "An order that has ended, and nobody has said what comes next",
        "What kept an adult or a place away from a child is gone without anybody noticing.",
        "Local; Home Office, Child exploitation disruption toolkit (2022)",
        lapsed,
        mends=(Mend("Say what comes next", "disruption:record_step", Power.RECORD),),
    )
]
