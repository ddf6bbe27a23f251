"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.primitives.clocks.events import EVENTS

AREA = Area("clocks", "Clocks", place=50, declares=EVENTS)
