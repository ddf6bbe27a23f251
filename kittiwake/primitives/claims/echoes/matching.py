"""Where else somebody spoke of the same thing, without saying who."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import connection

from kittiwake.primitives.claims import rules
from kittiwake.primitives.claims.models import Claim
from kittiwake.record.identifiers import Likeness

ASKED = """
SELECT asked.pk, echo.claim_id, match_key, said_on, same_child, may_see, verdict
  FROM unnest(%s::bigint[]) AS asked (pk) CROSS JOIN LATERAL claims_echoes(asked.pk, %s) AS echo
 ORDER BY said_on DESC, claim_id DESC
"""


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
    return echoes_of([claim])[claim.pk]


def echoes_of(claims: Collection[Claim]) -> dict[int, list[Echo]]:
    """The same for many claims, by their key, in one question."""
    by_pk = {claim.pk: claim for claim in claims}
    echoes: dict[int, list[Echo]] = {key: [] for key in by_pk}
    with connection.cursor() as cursor:
        cursor.execute(ASKED, [list(by_pk), rules.ALIKE])
        for pk, claim_id, key, said_on, same_child, may_see, verdict in cursor.fetchall():
            likeness = rules.likeness(by_pk[pk].kind, by_pk[pk].match_key, key)
            if likeness is not Likeness.DIFFERENT:
                echoes[pk].append(Echo(claim_id, said_on, same_child, may_see, likeness, verdict))
    return echoes


def echo(claim: Claim, other_id: int) -> Echo | None:
    return next((echo for echo in echoes(claim) if echo.claim_id == other_id), None)
