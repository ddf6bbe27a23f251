"""The rows of a file that is previewed, as they are judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from kittiwake.exchange.earlier_rows import settled_before
from kittiwake.exchange.formats_old import Format
from kittiwake.exchange.models import HeldFile, Import, ImportFile, ImportRow
from kittiwake.exchange.proposal import Proposal
from kittiwake.exchange.reading.columns import Mapping
from kittiwake.exchange.reading.source import Source
from kittiwake.exchange.reading.tables import Table
from kittiwake.exchange.reading.unreadable import NoRows

Progress = Callable[[int], None]
BATCH = 500


@dataclass(frozen=True)
class Known:
    """What is known of how files are to be read: a person's corrections by file name, those remembered, and whether hidden
    sheets are taken too."""

    mappings: dict[str, Mapping]
    remembered: dict[str, Mapping]
    with_hidden: bool = False


def judge_file(
    file: ImportFile, source: Source, chosen: Format, judge: Any, known: Known, progress: Progress
) -> None:
    """Judge a file's rows and keep what was judged, and what is to be said of the file."""
    rows: list[ImportRow] = []
    count = 0
    every = _tables(source, chosen)
    tables = _shown(file, every, known.with_hidden)
    is_list_hidden = len(tables) < len(every) and not chosen.is_in(tables) and chosen.is_in(every)
    corrected = known.mappings.get(source.name)
    proposals = () if is_list_hidden else chosen.rows(judge, tables, corrected, known.remembered, file)
    for proposed in proposals:
        rows.append(_row(file, _known_again(chosen, proposed)))
        count += 1
        progress(count)
        if len(rows) == BATCH:
            ImportRow.objects.bulk_create(rows)
            rows.clear()
    ImportRow.objects.bulk_create(rows)
    file.left_out = [line for table in tables for line in _left_out(table, len(tables) > 1)]
    file.notes += [note for table in tables for note in table.notes]
    if not count and not is_list_hidden:
        file.notes.append("The list has headings and no rows: nothing new.")
    file.save(update_fields=["mapping", "left_out", "notes", "hidden_rows"])


def _shown(file: ImportFile, tables: list[Any], with_hidden: bool) -> list[Any]:
    """The tables to judge. What somebody has hidden is counted and said, and taken only when a person says so."""
    hidden = [] if with_hidden else [table for table in tables if getattr(table, "hidden", False)]
    for table in hidden:
        rows = sum(1 for _ in table)
        file.hidden_rows += rows
        file.notes.append(
            f"The sheet ‘{table.name}’ is hidden in the workbook. Its {rows} rows are not taken unless you say so."
        )
    return [table for table in tables if table not in hidden]


def _left_out(table: Any, is_one_of_many: bool) -> list[list[Any]]:
    sheet = f"Sheet ‘{table.name}’: " if is_one_of_many else ""
    return [[line, f"{sheet}{why}"] for line, why in sorted(table.left_out.items())]


def _known_again(chosen: Format, proposed: Proposal) -> Proposal:
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


def hold(file: ImportFile, source: Source, chosen: Format) -> None:
    """Kept for as long as a person may still want to correct the columns, or to take in what is hidden."""
    if not (chosen.columns_can_be_corrected or file.hidden_rows):
        return
    with source.open() as stream:
        HeldFile.objects.create(file=file, content=stream.read())


def in_order(batch: Import, rows: QuerySet[ImportRow]) -> Iterator[ImportRow]:
    """Those rows file by file, some at a time: however many there are, few are held."""
    for file in batch.files.order_by("pk"):
        last = 0
        while page := list(rows.filter(file=file, pk__gt=last).order_by("pk")[:BATCH]):
            yield from page
            last = page[-1].pk


def note(batch: Import, sentence: str) -> None:
    """Said of the import as a whole, beside its first file."""
    file = batch.files.order_by("pk")[0]
    file.notes.append(sentence)
    file.save(update_fields=["notes"])


def _row(file: ImportFile, proposed: Proposal) -> ImportRow:
    return ImportRow(
        batch_id=file.batch_id,
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
