"""Ofsted's child-level lists (Annex A), which a council makes for an inspection, and each month besides."""

from __future__ import annotations

from kittiwake.exchange.formats.annex_a.facts import AnnexFacts, called, tells
from kittiwake.exchange.formats.annex_a.matching import Matcher
from kittiwake.exchange.formats.annex_a.reading import certainly, is_in
from kittiwake.exchange.formats.annex_a.recording import record_row
from kittiwake.exchange.formats.annex_a.undoing import undo_check, undo_rest, undo_row
from kittiwake.exchange.formats.format import Format
from kittiwake.exchange.reading.files import read_tables

FORMAT = Format(
    name="annex-a",
    title="Ofsted child-level lists (Annex A)",
    hint="The workbook with lists 1 to 11. It carries no names: children are known by the council’s id.",
    place=20,
    facts=AnnexFacts,
    read=read_tables,
    recognises=is_in,
    certainly=certainly,
    matcher=Matcher.beside_the_record,
    record=record_row,
    undo=undo_row,
    undo_check=undo_check,
    undo_rest=undo_rest,
    called=called,
    tells=tells,
)
