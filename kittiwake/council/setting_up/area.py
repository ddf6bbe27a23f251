"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.council.setting_up.events import EVENTS

AREA = Area("setting_up", "Setting up", place=46, declares=EVENTS)
