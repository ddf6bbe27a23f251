"""A letter as a PDF and as a Word document."""

from __future__ import annotations

from io import BytesIO

import typst
from docx import Document
from pypdf import PdfReader, PdfWriter

GRADES = [
    ("Judgement", "Grade"),
    ("The impact of leaders on social work practice with children and families", "Good"),
    (
        "The experiences and progress of children who need help and protection",
        "Requires improvement to be good",
    ),
    ("The experiences and progress of children in care and care leavers", "Outstanding"),
    ("Overall effectiveness", "Good"),
]
PROSE = [
    (
        "Services for children in Far Hedge are good. Children who go missing are found quickly, and those who return are asked what "
        "happened to them by somebody whom they know."
    ),
    "However, supervision is not always in the record. This means that leaders cannot be sure of its quality.",
]
POINTS = [
    "The frequency of supervision in two of the five teams, and how it is written down for workers.",
    "The quality of plans.",
]


def pdf(pages: int = 1) -> bytes:
    table = "".join(f"[{name}], [{grade}], " for name, grade in GRADES)
    more = "\n\n".join(
        f"{number}. Children are seen regularly. Their plans are clear." for number in range(1, 15 * pages)
    )
    text = f"""
#set page(footer: [Inspection of Far Hedge Council local authority children’s services #h(1fr) #context counter(page).display()])
#set text(size: 12pt)
#text(size: 22pt)[Inspection of Far Hedge local authority children’s services]

Inspection dates: 2 to 6 March 2026

#table(columns: (2fr, 1fr), {table})

{PROSE[0]}

{PROSE[1]}

*What needs to improve?*

#list(marker: [•], {", ".join(f"[{point}]" for point in POINTS)})

*The experiences and progress of children in care and care leavers: outstanding*

#set enum(numbering: "1.")
{more}
"""
    return typst.compile(text.encode())


def docx() -> bytes:
    document = Document()
    document.add_heading("Inspection of Far Hedge local authority children’s services", 1)
    document.add_paragraph("Inspection dates: 2 to 6 March 2026")
    table = document.add_table(rows=0, cols=2)
    for name, grade in GRADES:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, grade
    for paragraph in PROSE:
        document.add_paragraph(paragraph)
    document.add_heading("What needs to improve?", 2)
    for point in POINTS:
        document.add_paragraph(point, style="List Bullet")
    document.add_heading("The experiences and progress of children in care and care leavers: outstanding", 2)
    document.add_paragraph("Children are seen regularly. Their plans are clear.", style="List Number")
    return saved(document)


def saved(document: object) -> bytes:
    made = BytesIO()
    document.save(made)  # type: ignore[attr-defined]
    return made.getvalue()


def locked_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf())))
    writer.encrypt("secret")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def empty_pdf() -> bytes:
    return typst.compile(b"#rect(width: 100%, height: 50%, fill: gray)")


def pages(many: int) -> bytes:
    return typst.compile(b"#set page(width: 40pt, height: 40pt)\n" + b"x #pagebreak() " * many)
