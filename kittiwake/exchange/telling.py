"""What became of an import, as the promise in docs/json.md has it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from kittiwake.exchange.models import Import, ImportRow


def summary(batch: Import) -> dict[str, Any]:
    """{format, files[{name, sha256, rows}], rows, new, changed, unchanged, needs_person, rejected, verdicts, import_id}"""
    rows = list(batch.rows.select_related("file").order_by("file_id", "id"))
    piles, by_file = Counter(pile_of(row) for row in rows), Counter(row.file_id for row in rows)
    return {
        "format": batch.format,
        "files": [
            {"name": file.name, "sha256": file.sha256, "rows": by_file[file.pk]}
            for file in batch.files.order_by("pk")
        ],
        "rows": len(rows),
        **{verdict: piles[verdict] for verdict, _ in ImportRow.VERDICTS},
        "verdicts": [
            {"file": row.file.name, "line": row.line, "verdict": row.verdict, "message": row.message}
            for row in rows
        ],
        "import_id": batch.pk,
    }


def pile_of(row: ImportRow) -> str:
    return row.verdict
