"""What the area puts on pages that cut across areas: on the front page of who is to do something about a concern."""

from __future__ import annotations

from datetime import datetime

from kittiwake.access.viewer import Viewer
from kittiwake.access.waits import Waits
from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection.models import ConcernAction
from kittiwake.time.moments import local_date


def late_actions(viewer: Viewer, at: datetime) -> int:
    """Of their own."""
    open_ones = ConcernAction.objects.filter(done_at=None, dropped_at=None, concern__closed_at=None)
    return open_ones.filter(owner__user=viewer.user, due_on__lt=local_date(at)).count()


PARTS = [
    Waits(
        Power.RECORD_INSPECTIONS,
        late_actions,
        "inspection:inspections",
        "action about a concern of inspectors is past its day",
        "actions about concerns of inspectors are past their day",
    ),
]
