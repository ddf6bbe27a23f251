"""What was decided and recorded of a row before, so that the same row a second time changes nothing and asks nobody."""

from __future__ import annotations

import hashlib
import json

from django.db.models import Q, QuerySet

from kittiwake.exchange.as_json import as_json
from kittiwake.exchange.models import ImportRow
from kittiwake.ui.dates import long_date


def fingerprint(said: object) -> str:
    """Names what a row says, whatever its line: by its facts as JSON, before anything is matched."""
    return hashlib.sha256(json.dumps(as_json(said), sort_keys=True).encode()).hexdigest()


def settled(format_name: str) -> QuerySet[ImportRow]:
    """Rows of imports that stand which were recorded, or which a person left out."""
    rows = ImportRow.objects.filter(
        batch__format=format_name, batch__undone_at=None, batch__recorded_at__isnull=False
    )
    return rows.filter(Q(recorded_at__isnull=False) | Q(decided=ImportRow.SKIP))


def settled_before(format_name: str, said: str) -> str:
    """What became of a row that said exactly this, as a sentence; empty where none did or it still waits."""
    row = settled(format_name).filter(said=said).select_related("batch").order_by("-pk").first()
    if row is None:
        return ""
    assert row.batch.recorded_at is not None
    when = long_date(row.batch.recorded_at)
    if row.decided == ImportRow.SKIP:
        return f"Somebody left this row out on {when}, and it says the same still."
    return f"This row was recorded on {when}, and it says the same still."
