"""What the area puts on pages that cut across areas."""

from __future__ import annotations

from datetime import datetime

from kittiwake.access.readings import openings_waiting
from kittiwake.access.showing import liftings_waiting
from kittiwake.access.viewer import Viewer
from kittiwake.access.waits import Waits
from kittiwake.areas.powers import Power


def openings(viewer: Viewer, at: datetime) -> int:
    return openings_waiting(viewer).count()


def liftings(viewer: Viewer, at: datetime) -> int:
    return len(liftings_waiting(viewer))


PARTS = [
    Waits(
        Power.ANSWER_FOR_OPENINGS,
        openings,
        "access:openings",
        "record was opened without being on the list: look at why",
        "records were opened without being on the list: look at why",
    ),
    Waits(
        Power.OVERSEE,
        liftings,
        "access:openings",
        "restriction waits for somebody to agree that it is lifted",
        "restrictions wait for somebody to agree that they are lifted",
    ),
]
