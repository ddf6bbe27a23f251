"""What was decided and recorded of a row before, so that the same row a second time changes nothing and asks nobody."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db.models import Q, QuerySet

from kittiwake.exchange.models import ImportRow
from kittiwake.ui.dates import long_date

# What judging adds to what a row says.
ADDED = {"number", "first_number", "met", "overlaps", "differs", "news", "follows"}


def fingerprint(facts: dict[str, Any]) -> str:
    """Names what a row says, whatever its line and whatever was judged of it."""
    said = {name: value for name, value in facts.items() if name not in ADDED}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def settled(format_key: str) -> QuerySet[ImportRow]:
    """Rows of imports that stand which were recorded, or which a person left out."""
    found = ImportRow.objects.filter(
        batch__format=format_key, batch__undone_at=None, batch__recorded_at__isnull=False
    )
    return found.filter(Q(recorded_at__isnull=False) | Q(decided=ImportRow.SKIP))


def settled_before(format_key: str, said: str) -> str:
    """What became of a row that said exactly this, as a sentence; empty where none did or it still waits."""
    row = settled(format_key).filter(said=said).select_related("batch").order_by("-pk").first()
    if row is None:
        return ""
    assert row.batch.recorded_at is not None
    when = long_date(row.batch.recorded_at)
    if row.decided == ImportRow.SKIP:
        return f"Somebody left this row out on {when}, and it says the same still."
    return f"This row was recorded on {when}, and it says the same still."
