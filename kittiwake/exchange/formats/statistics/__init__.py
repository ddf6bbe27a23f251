"""What others publish: the tables of “Explore education statistics”, and indicators taken from them by others."""

from __future__ import annotations

from kittiwake.exchange.formats.format import Format
from kittiwake.exchange.formats.statistics.facts import StatisticsFacts, called, tells
from kittiwake.exchange.formats.statistics.matching import Matcher
from kittiwake.exchange.formats.statistics.reading import certainly, is_in
from kittiwake.exchange.formats.statistics.recording import record_row
from kittiwake.exchange.formats.statistics.undoing import undo_check, undo_row
from kittiwake.exchange.reading.files import read_tables

FORMAT = Format(
    name="statistics",
    title="Published statistics of others",
    hint="A file of figures from “Explore education statistics”: England, regions and councils. It is about no child.",
    place=40,
    facts=StatisticsFacts,
    read=read_tables,
    recognises=is_in,
    certainly=certainly,
    matcher=Matcher.beside_the_record,
    record=record_row,
    undo=undo_row,
    undo_check=undo_check,
    called=called,
    tells=tells,
    about="Area",
)
