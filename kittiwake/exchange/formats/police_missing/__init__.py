"""A police force's list of missing children.

A list that has one column for how it ended gives the moment a child was found. Where it has no column for coming back,
that moment is taken as the return, and the preview says so: the interview is due from "being found or returning"
(statutory guidance, 2014).
"""

from __future__ import annotations

from kittiwake.exchange.formats.format import Format
from kittiwake.exchange.formats.police_missing.facts import PoliceFacts, called, tells
from kittiwake.exchange.formats.police_missing.forms import choices
from kittiwake.exchange.formats.police_missing.layout import POLICE_MISSING
from kittiwake.exchange.formats.police_missing.matching import Matcher
from kittiwake.exchange.formats.police_missing.recognising import is_in
from kittiwake.exchange.formats.police_missing.recording import record_row
from kittiwake.exchange.formats.police_missing.undoing import undo_check, undo_row
from kittiwake.exchange.reading.files import read_tables

FORMAT = Format(
    name="police-missing",
    title="Police list of missing children",
    hint="CSV or Excel, in any layout. The columns are proposed and you can correct them.",
    place=10,
    facts=PoliceFacts,
    read=read_tables,
    recognises=is_in,
    may_be_empty=is_in,  # a day on which nobody went missing, not the wrong file
    matcher=Matcher.beside_the_record,
    record=record_row,
    undo=undo_row,
    undo_check=undo_check,
    called=called,
    tells=tells,
    layout=POLICE_MISSING,
    choices=choices,
)
