"""What a carer would tell the police, kept beforehand."""

from __future__ import annotations

from datetime import datetime
from typing import Unpack

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.whole import whole
from kittiwake.practice.missing import events
from kittiwake.practice.missing.carer_details.facts import CarerDetailsFacts
from kittiwake.practice.missing.models import CarerDetails
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Entry

CARER_DETAILS = "missing.carer_details"


@whole()
def keep_carer_details(
    child: Child, *, by: User, at: datetime, **details: Unpack[CarerDetailsFacts]
) -> CarerDetails:
    """What the carer would tell the police on the night. The newest is the one at hand; earlier ones stay."""
    entry = record.enter(
        child,
        kind=CARER_DETAILS,
        summary="Details for the police held by the carer",
        happened_at=at,
        by=by,
        at=at,
        replaces=_another_version(child, details),
    )
    kept = CarerDetails.objects.create(entry=entry, **details)
    history.write(events.CARER_DETAILS_KEPT, kept, by=by, at=at, child_id=child.pk)
    return kept


def _another_version(child: Child, details: CarerDetailsFacts) -> Entry | None:
    """The line that holds until now, where these details are not the same."""
    standing = CarerDetails.objects.filter(entry__child=child, entry__struck_out_at=None)
    latest = standing.select_related("entry").order_by("-entry__happened_at").first()
    is_the_same = latest and all(getattr(latest, name) == words for name, words in details.items())
    return latest.entry if latest and not is_the_same else None
