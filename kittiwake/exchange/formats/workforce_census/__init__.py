"""The yearly children's social work workforce census."""

from __future__ import annotations

from kittiwake.exchange.formats.format import Format
from kittiwake.exchange.formats.workforce_census.facts import CensusFacts, called, tells
from kittiwake.exchange.formats.workforce_census.matching import Matcher
from kittiwake.exchange.formats.workforce_census.reading import is_in, read_census
from kittiwake.exchange.formats.workforce_census.recording import record_row
from kittiwake.exchange.formats.workforce_census.undoing import undo_check, undo_row

FORMAT = Format(
    name="workforce-census",
    title="Children’s social work workforce census",
    hint="The XML file of one 30 September. It is recorded whole or not at all.",
    place=30,
    facts=CensusFacts,
    read=read_census,
    recognises=is_in,
    matcher=Matcher.beside_the_record,
    record=record_row,
    undo=undo_row,
    undo_check=undo_check,
    called=called,
    tells=tells,
    about="Worker",
    is_xml=True,
    is_whole=True,
)
