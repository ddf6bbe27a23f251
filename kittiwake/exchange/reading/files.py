"""From a file to its tables, whatever kind of file it is."""

from __future__ import annotations

from kittiwake.exchange.reading.source import Kind, Source
from kittiwake.exchange.reading.tables import Table
from kittiwake.exchange.reading.text import read_text_table
from kittiwake.exchange.reading.workbook import read_workbook_tables


def read_tables(source: Source) -> list[Table]:
    """Every list in the file: the one of a text file, or one for each sheet. Raises `UnreadableFile` when there is none."""
    return read_workbook_tables(source) if source.kind is Kind.WORKBOOK else [read_text_table(source)]
