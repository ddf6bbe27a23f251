"""Where else somebody spoke of the same thing, without saying who."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import connection

from kittiwake.primitives.claims import rules
from kittiwake.primitives.claims.models import Claim
from kittiwake.record.identifiers import Likeness


@dataclass(frozen=True)
class Echo:
    """Another account. `may_see`: whoever asked may open it; where not, no more than this is known."""

    claim_id: int
    said_on: date
    same_child: bool
    may_see: bool
    likeness: Likeness
    verdict: str  # of rules.VERDICTS, or "" while nobody has looked


def echoes(claim: Claim) -> list[Echo]:
    """The other standing accounts of what `claim` speaks of, newest first, for whoever the database believes is asking
    (access.identity). None for somebody who may not see the claim's own child.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM claims_echoes(%s, %s)", [claim.pk, rules.ALIKE])
        rows = cursor.fetchall()
    found = []
    for claim_id, key, said_on, same_child, may_see, verdict in rows:
        likeness = rules.likeness(claim.kind, claim.match_key, key)
        if likeness is not Likeness.DIFFERENT:
            found.append(Echo(claim_id, said_on, same_child, may_see, likeness, verdict))
    return found


def echo(claim: Claim, other_id: int) -> Echo | None:
    return next((echo for echo in echoes(claim) if echo.claim_id == other_id), None)
