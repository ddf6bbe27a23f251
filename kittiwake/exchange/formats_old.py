"""The formats we take in: one visible table. Each says how its rows are judged, recorded and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kittiwake.exchange.formats.annex_a import matching as annex_a
from kittiwake.exchange.formats.annex_a import recording as annex_a_recording
from kittiwake.exchange.formats.police_missing import matching as police_missing
from kittiwake.exchange.formats.police_missing import recording as police_recording
from kittiwake.exchange.formats.police_missing.recognising import police_lists
from kittiwake.exchange.formats.workforce_census import matching as workforce_census
from kittiwake.exchange.formats.workforce_census.reading import read_census
from kittiwake.exchange.models import ImportFile
from kittiwake.exchange.proposal import Proposal
from kittiwake.exchange.reading.columns import Mapping
from kittiwake.exchange.reading.files import read_tables
from kittiwake.exchange.reading.source import Source
from kittiwake.exchange.reading.tables import Table

Rows = Callable[[Any, list[Any], Mapping | None, dict[str, Mapping], ImportFile], Iterator[Proposal]]


@dataclass(frozen=True)
class Format:
    key: str
    title: str
    hint: str
    judge: Callable[[datetime], Any]
    rows: Rows
    record_row: Callable[..., None]
    undo_row: Callable[..., None]
    later_work: Callable[..., str]  # a sentence where somebody has gone on from what a row recorded
    may_be_empty: Callable[[list[Table]], bool] = lambda tables: False
    read: Callable[[Source], list[Any]] = read_tables
    is_xml: bool = False
    is_whole: bool = False  # one row that cannot be recorded keeps all the others back
    columns_can_be_corrected: bool = False
    is_in: Callable[[list[Any]], bool] = lambda tables: True  # whether the list is among these tables
    about: str = "Child"
    # What rows brought together, once they are taken back. Returns what of it stays, because others use it.
    undo_rest: Callable[..., list[str]] = lambda rows, *, at: []


def police_rows(
    judge: police_missing.Matcher,
    tables: list[Table],
    corrected: Mapping | None,
    remembered: dict[str, Mapping],
    file: ImportFile,
) -> Iterator[Proposal]:
    found = police_lists(file.name, tables, corrected, remembered)
    file.notes += found.notes
    for table, mapping in found.tables:
        file.mapping = mapping.as_json()
        yield from judge.rows(table, mapping)


FORMATS = {
    "police-missing": Format(
        "police-missing",
        "Police list of missing children",
        "CSV or Excel, in any layout. The columns are proposed and you can correct them.",
        police_missing.Matcher.beside_the_record,
        police_rows,
        police_recording.record_row,
        police_recording.undo_row,
        police_recording.later_work,
        police_missing.is_a_list_of_nobody,
        columns_can_be_corrected=True,
        is_in=police_missing.is_in,
    ),
    "annex-a": Format(
        "annex-a",
        "Ofsted child-level lists (Annex A)",
        "The workbook with lists 1 to 11. It carries no names: children are known by the council’s id.",
        annex_a.Matcher.beside_the_record,
        annex_a.rows,
        annex_a_recording.record_row,
        annex_a_recording.undo_row,
        annex_a_recording.later_work,
        is_in=annex_a.is_in,
        undo_rest=annex_a_recording.undo_rest,
    ),
    "workforce-census": Format(
        "workforce-census",
        "Children’s social work workforce census",
        "The XML file of one 30 September. It is recorded whole or not at all.",
        workforce_census.Matcher.beside_the_record,
        workforce_census.rows,
        workforce_census.record_row,
        workforce_census.undo_row,
        workforce_census.later_work,
        read=read_census,
        is_xml=True,
        is_whole=True,
        about="Worker",
    ),
}
