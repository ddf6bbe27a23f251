"""Papers to print, send or keep: PDF files that a screen reader can read (PDF/UA-1), made by typst.

A paper is blocks of plain text. What a block says goes to typst as data and is never read as markup, whatever is in it.
Knows nothing about children: who may print, and the reading of it, is for whoever makes the paper.

    paper = Paper(title="Record of the meeting", blocks=[Heading("Decisions"), Paragraph("Agreed.")])
    return printed(paper, file_name="meeting.pdf", for_whom=request.user.name)
"""

from kittiwake.ui.paper.blocks import (
    Block,
    Drawing,
    Facts,
    Heading,
    Items,
    Note,
    Paper,
    Paragraph,
    Quote,
    Table,
)
from kittiwake.ui.paper.printing import pdf, printed

__all__ = [
    "Block",
    "Drawing",
    "Facts",
    "Heading",
    "Items",
    "Note",
    "Paper",
    "Paragraph",
    "Quote",
    "Table",
    "pdf",
    "printed",
]
