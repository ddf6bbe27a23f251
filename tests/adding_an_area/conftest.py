"""The made-up area is tested where it stands as one of the practice areas, and not here."""

from __future__ import annotations

collect_ignore = ["mentoring"]
