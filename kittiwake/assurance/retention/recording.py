"""The only way it is decided that a record is kept on."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kittiwake.accounts.models import User
from kittiwake.assurance.retention import events
from kittiwake.assurance.retention.models import KeptOn
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date

SOMEBODY_ELSE = "Somebody else has just decided about this record. Look at it again before you do."
LONGEST = timedelta(days=366 * 20)  # an inquiry lasts for years; what is kept for ever is looked at by nobody


@whole()
def keep_on(child: Child, *, until: date, why: str, version: int, by: User, at: datetime) -> KeptOn:
    """The record is kept until that day, and looked at again then: for an inquiry, a claim, or because they have asked.

    `version` is how many decisions there were when it was read. Refuses a day that is not to come, one too far off, no reason,
    and a second person who had not seen the first's.
    """
    today = local_date(at)
    if not today < until <= today + LONGEST:
        raise Refused("Choose a day to come, within 20 years. It is looked at again then.", field="until")
    if not why.strip():
        raise Refused("Say why it is kept.", field="why")
    before = KeptOn.objects.filter(child=child).order_by("-number").first()
    if version != (before.number if before else 0):
        raise Refused(SOMEBODY_ELSE)
    with refused_by(kept_on_one_after_another=Refused(SOMEBODY_ELSE)):
        row = KeptOn.objects.create(
            child=child, number=version + 1, until=until, why=why.strip(), by=by, at=at
        )
    changes = {
        "until": (before.until if before else None, until),
        "why": (before.why if before else None, row.why),
    }
    history.write(events.KEPT_ON, row, by=by, at=at, child_id=child.pk, changes=changes)
    return row
