"""What falls away for a reason a person gave is read by somebody who answers for it. Called by recording only."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.practice.meetings.models import Part
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.record.models import Allocation
from kittiwake.time.moments import local_date


def put_before_manager(part: Part, *, by: User, at: datetime) -> None:
    """A duty fell away for a reason, and is not met: somebody who answers for it reads why."""
    lead = Allocation.objects.on(local_date(at)).filter(child=part.child, role=Allocation.LEAD)
    holder = lead.select_related("team").first()
    oversight.ask(part.entry, team=holder.team if holder else None, by=by, at=at)
