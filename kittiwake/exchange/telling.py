"""What became of an import, as the promise in docs/json.md has it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db.models import Count, Q

from kittiwake.exchange.models import Import, ImportRow


def summary(batch: Import) -> dict[str, Any]:
    """Every row with its verdict and its doubts, and whatever of the files is no row: nothing vanishes."""
    rows = batch.rows.order_by("file_id", "id").values_list("file_id", "line", "verdict", "message", "doubts")
    files = list(batch.files.order_by("pk"))
    names = {file.pk: file.name for file in files}
    piles, by_file, doubted = Counter[str](), Counter[int](), 0
    verdicts = []
    for file_id, line, verdict, message, doubts in rows.iterator(5000):
        piles[verdict] += 1
        by_file[file_id] += 1
        doubted += bool(doubts)
        said = {"line": line, "verdict": verdict, "message": message, "doubts": doubts}
        verdicts.append({"file": names[file_id], **said})
    return {
        "format": batch.format,
        "files": [
            {
                "name": file.name, "sha256": file.sha256, "rows": by_file[file.pk], "hidden_rows": file.hidden_rows,
                "notes": file.notes, "left_out": [{"line": line, "why": why} for line, why in file.left_out],
            }
            for file in files
        ],
        "rows": len(verdicts),
        **{verdict: piles[verdict] for verdict, _ in ImportRow.VERDICTS},
        "doubted": doubted,
        "verdicts": verdicts,
        "import_id": batch.pk,
        "address": batch.get_absolute_url(),
    }  # fmt: skip


def open_imports() -> list[dict[str, Any]]:
    """Those that are not recorded yet, and those of which rows wait for a person: the last first."""
    waits = Q(rows__verdict=ImportRow.NEEDS_PERSON, rows__recorded_at=None, rows__decided="")
    found = Import.objects.filter(undone_at=None, discarded_at=None).annotate(
        waiting=Count("rows", filter=waits)
    )
    found = found.filter(Q(recorded_at=None) | Q(waiting__gt=0)).select_related("user").order_by("-pk")
    return [
        {
            "import_id": batch.pk, "format": batch.format, "files": [file.name for file in batch.files.all()],
            "whose": "" if batch.is_shared else batch.user.name, "state": batch.state, "waiting": batch.waiting,
            "address": batch.get_absolute_url(),
        }
        for batch in found.prefetch_related("files")
    ]  # fmt: skip
