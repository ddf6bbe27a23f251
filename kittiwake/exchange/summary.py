"""What became of an import, as the promise in docs/json.md has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q

from kittiwake.exchange.models import Import, ImportRow
from kittiwake.exchange.rows.recording import in_order


def summary(batch: Import) -> dict[str, Any]:
    """Every row with its verdict and its doubts, and whatever of the files is no row: nothing vanishes."""
    return {**outline(batch), "verdicts": list(verdicts(batch))}


def outline(batch: Import) -> dict[str, Any]:
    """All of it but the verdicts, of which there may be very many."""
    files = list(batch.files.order_by("pk"))
    piles = dict(batch.rows.order_by().values_list("verdict").annotate(Count("pk")))
    by_file = dict(batch.rows.order_by().values_list("file_id").annotate(Count("pk")))
    return {
        "format": batch.format,
        "files": [
            {
                "name": file.name, "sha256": file.sha256, "rows": by_file.get(file.pk, 0), "hidden_rows": file.hidden_rows,
                "notes": file.notes, "left_out": [{"line": line, "why": why} for line, why in file.left_out],
            }
            for file in files
        ],
        "rows": sum(piles.values()),
        **{verdict: piles.get(verdict, 0) for verdict, _ in ImportRow.VERDICTS},
        "doubted": batch.rows.exclude(doubts=[]).count(),
        "import_id": batch.pk,
        "address": batch.get_absolute_url(),
    }  # fmt: skip


def verdicts(batch: Import) -> Iterator[dict[str, Any]]:
    """Row by row, in the order of the files."""
    for row in in_order(batch, batch.rows.select_related("file").defer("facts", "before")):
        said = {"line": row.line, "verdict": row.verdict, "message": row.message, "doubts": row.doubts}
        yield {"file": row.file.name, **said}


def open_imports() -> list[dict[str, Any]]:
    """Those that are not recorded yet, and those of which rows wait for a person: the last first."""
    waits = Q(rows__verdict=ImportRow.NEEDS_PERSON, rows__recorded_at=None, rows__decided="")
    imports = Import.objects.filter(undone_at=None, discarded_at=None).annotate(
        waiting=Count("rows", filter=waits)
    )
    imports = imports.filter(Q(recorded_at=None) | Q(waiting__gt=0)).select_related("user").order_by("-pk")
    return [
        {
            "import_id": batch.pk, "format": batch.format, "files": [file.name for file in batch.files.all()],
            "whose": "" if batch.is_shared else batch.user.name, "state": batch.state, "waiting": batch.waiting,
            "address": batch.get_absolute_url(),
        }
        for batch in imports.prefetch_related("files")
    ]  # fmt: skip
