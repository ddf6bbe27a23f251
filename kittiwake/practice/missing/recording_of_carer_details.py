"""What a carer would tell the police, kept beforehand."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.practice.missing.models import CarerDetails
from kittiwake.record import recording as record
from kittiwake.record.models import Child

CARER_DETAILS = "missing.carer_details"


@transaction.atomic
def keep_carer_details(child: Child, *, by: User, at: datetime, **details: str) -> CarerDetails:
    """What the carer would tell the police on the night. The newest is the one at hand; earlier ones stay."""
    entry = record.enter(
        child,
        kind=CARER_DETAILS,
        summary="Details for the police held by the carer",
        happened_at=at,
        by=by,
        at=at,
    )
    kept = CarerDetails.objects.create(entry=entry, **details)
    history.write("missing.carer_details_kept", kept, by=by, at=at, child_id=child.pk)
    return kept
