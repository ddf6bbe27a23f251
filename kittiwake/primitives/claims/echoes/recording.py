"""Writing what somebody decided of two accounts."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.claims import events, rules
from kittiwake.primitives.claims.echoes.matching import echo
from kittiwake.primitives.claims.models import Claim, EchoDecision
from kittiwake.record.standing import must_stand


@whole()
def decide_echo(
    claim: Claim, *, other_id: int, verdict: str, by: User, at: datetime, reason: str = ""
) -> EchoDecision:
    """Whether two accounts speak of the same thing, by somebody who may see both; or (rules.ASKED) somebody who may see
    one of them asks such a person.

    Refuses a pair that is no echo, a verdict on what `by` may not see, and one without a reason (unless they are not
    sure yet).
    """
    must_stand(claim)
    other = echo(claim, other_id)
    if other is None:
        raise Refused(
            "The two no longer match: one of them has been corrected or decided meanwhile. Open the child’s claims again."
        )
    if not other.may_see and verdict != rules.ASKED:
        raise Refused("You may not see the other account. Ask somebody who may see both.", field="verdict")
    if verdict != rules.UNSURE and not reason:
        raise Refused("Enter what makes you think so.", field="reason")
    decided = EchoDecision.objects.create(
        claim=claim, other_claim_id=other_id, verdict=verdict, reason=reason, by=by, at=at
    )
    history.write(events.ECHO_DECIDED, decided, by=by, at=at, child_id=claim.child_id)
    return decided
