"""The rows of a file that is previewed, as they are judged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kittiwake.exchange.formats import Format
from kittiwake.exchange.judging import Proposed
from kittiwake.exchange.models import HeldFile, Import, ImportFile, ImportRow
from kittiwake.exchange.reading.columns import Mapping
from kittiwake.exchange.reading.refused import NoRows
from kittiwake.exchange.reading.source import Source
from kittiwake.exchange.reading.tables import Table
from kittiwake.exchange.remembering import settled_before

Progress = Callable[[int], None]
BATCH = 500


def judge_file(
    batch: Import,
    file: ImportFile,
    source: Source,
    chosen: Format,
    judge: Any,
    mappings: dict[str, Mapping],
    remembered: dict[str, Mapping],
    progress: Progress,
) -> None:
    """Judge a file's rows and keep what was judged, and what is to be said of the file."""
    rows: list[ImportRow] = []
    count = 0
    tables = _tables(source, chosen)
    for proposed in chosen.rows(judge, tables, mappings.get(source.name), remembered, file):
        rows.append(_row(batch, file, _known_again(chosen, proposed)))
        count += 1
        progress(count)
        if len(rows) == BATCH:
            ImportRow.objects.bulk_create(rows)
            rows.clear()
    ImportRow.objects.bulk_create(rows)
    file.left_out = [[line, why] for table in tables for line, why in sorted(table.left_out.items())]
    file.notes += [note for table in tables for note in table.notes]
    if not count:
        file.notes.append("The list has headings and no rows: nothing new.")
    file.save(update_fields=["mapping", "left_out", "notes"])


def _known_again(chosen: Format, proposed: Proposed) -> Proposed:
    """A row asks a person once: what was decided of it stands for as long as it says the same."""
    asks = proposed.verdict == ImportRow.NEEDS_PERSON and proposed.said
    was = settled_before(chosen.key, proposed.said) if asks else ""
    return proposed.now(ImportRow.UNCHANGED, was) if was else proposed


def _tables(source: Source, chosen: Format) -> list[Table]:
    try:
        return chosen.read(source)
    except NoRows as empty:
        if chosen.may_be_empty(empty.tables):
            return empty.tables
        raise


def hold(file: ImportFile, source: Source) -> None:
    """Kept for as long as a person may still want to correct the columns."""
    with source.open() as stream:
        HeldFile.objects.create(file=file, content=stream.read())


def _row(batch: Import, file: ImportFile, proposed: Proposed) -> ImportRow:
    return ImportRow(
        batch=batch,
        file=file,
        line=proposed.line,
        verdict=proposed.verdict,
        message=proposed.message,
        doubts=proposed.doubts,
        said=proposed.said,
        facts=proposed.facts,
        child_id=proposed.child_id,
        entry_id=proposed.entry_id,
        candidates=proposed.candidates,
    )
