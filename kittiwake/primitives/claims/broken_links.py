"""Two accounts that may speak of the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from kittiwake.areas.powers import Power
from kittiwake.primitives.claims.models import Claim, EchoDecision
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See
from kittiwake.queries.kept import kept


@kept
def _asked(see: See) -> QuerySet[EchoDecision]:
    asked = see(EchoDecision).asked().filter(other_claim__in=see(Claim))
    return asked.select_related("claim__entry")


def may_be_the_same(see: See, at: datetime) -> Iterator[Broken]:
    """For whoever sees both accounts."""
    for decision in _asked(see):
        claim, other = decision.claim, str(decision.other_claim_id)
        yield Broken(
            claim.child_id,
            decision.at,
            claim.entry_id,
            claim.entry.kind,
            about=claim.wording,
            row_id=claim.pk,
            mend=Mend("Say whether it is", "claims:echo", Power.RECORD, "row", more=(other,)),
        )


LINKS = [
    BrokenLink(
        "claims.may_be_the_same",
        "Two accounts may speak of the same, and somebody asks",
        "Whoever may see only one of the two cannot say. Somebody who may see both does.",
        "Local; inspectors’ published findings on what is known in two places and joined in none",
        may_be_the_same,
    ),
]
