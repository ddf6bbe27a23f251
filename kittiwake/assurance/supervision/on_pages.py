"""What the area puts on pages that cut across areas."""

from __future__ import annotations

from kittiwake.primitives.shared_pages.my_work import DraftForm

PARTS = [DraftForm("supervision.child_part", again="supervision:supervision")]
