"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area

AREA = Area("letters", "Letters", place=258)
