"""The only way codes on paper are made. Each is told once, on the paper itself; here its digest stays, and nobody it was given to."""

from __future__ import annotations

from datetime import datetime
from typing import Unpack

from kittiwake.accounts.models import User
from kittiwake.assurance.feedback import ballots, events
from kittiwake.assurance.feedback.models import Round, Slip
from kittiwake.assurance.feedback.slips.codes import digest_of, new_code
from kittiwake.assurance.feedback.slips.facts import SlipsFacts
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.time.moments import local_date

MOST = 60  # at once: what a team gives out in a month or two


@whole()
def make(round_: Round, *, by: User, at: datetime, **facts: Unpack[SlipsFacts]) -> list[str]:
    """So many codes for a team to give out. Refuses a round of others than children and families, and one that is not open."""
    if not round_.form.is_easy:
        raise Refused("Codes on paper are for children and families. Ask others by their account.")
    if not Round.objects.running(local_date(at)).filter(pk=round_.pk).exists():
        raise Refused("This round is not open, so a code would open nothing. Open the round to see its days.")
    team, many = facts["team"], facts["many"]
    if not 0 < many <= MOST:
        raise Refused(f"Print 1 to {MOST} at a time.", field="many")
    codes = [new_code() for _ in range(many)]
    slips = [Slip(round=round_, team=team, digest=digest_of(code)) for code in codes]
    ballots.SHUFFLE(slips)  # not in the order they lie on the paper
    Slip.objects.bulk_create(slips)
    history.write(events.SLIPS_MADE, round_, by=by, at=at, changes={"slips": (None, many)})
    return codes
