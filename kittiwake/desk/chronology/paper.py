"""A child's chronology on paper: their last twelve months as a table, then everything in the order it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kittiwake.desk.child_page.year import Year
from kittiwake.desk.chronology.showing import Line
from kittiwake.record.models import Child
from kittiwake.ui.dates import long_moment, short_moment
from kittiwake.ui.paper import Block, Heading, Note, Paper, Paragraph, Quote, Table


def chronology(child: Child, lines: Iterable[Line], year: Year) -> Paper:
    told = [block for line in lines for block in told_on_paper(line)]
    return Paper(
        title=f"Chronology: {child.name}",
        blocks=[
            *_year(year),
            Heading("What happened, the newest first"),
            *(told or [Paragraph("Nothing has been recorded yet.")]),
        ],
    )


def _year(year: Year) -> list[Block]:
    rows = [tuple(_text(cell) for cell in row) for row in year.drawn.rows]
    if not rows:
        return []
    return [Heading("The last 12 months"), Table(columns=("From", "Until", "Row", "What"), rows=rows)]


def _text(cell: Any) -> str:
    return str(cell["text"] if isinstance(cell, dict) else cell)


def told_on_paper(line: Line) -> Iterator[Block]:
    entry, happened = line.entry, line.happened
    yield Heading(f"{short_moment(entry.happened_at)}: {line.kind}", level=2)
    yield Paragraph(entry.summary)
    if entry.struck_out_at:
        when = long_moment(entry.struck_out_at)
        yield Note(f"Struck out by {entry.struck_out_by} on {when}: {entry.struck_out_reason}")
    for text in happened.lines if happened else ():
        yield Paragraph(text)
    for words in happened.quotes if happened else ():
        yield Quote(words)
    for link in happened.kept if happened else ():
        yield Paragraph(link.text)
    yield Paragraph(f"Recorded {short_moment(entry.recorded_at)} by {entry.by}")
