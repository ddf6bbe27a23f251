"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.record.events import EVENTS

AREA = Area("record", "The record", place=35, declares=EVENTS)
