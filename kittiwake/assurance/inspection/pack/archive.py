"""A pack as one zip: an index, a paper for each part, and the files areas put in. Marked as a draft until it is released."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from kittiwake.assurance.inspection.pack.contents import Contents, PackPart, Sheet
from kittiwake.ui.dates import long_date, long_moment
from kittiwake.ui.paper import Block, Facts, Heading, Items, Note, Paper, Paragraph, Table, pdf

OFFICIAL = "OFFICIAL-SENSITIVE"
DRAFT = "DRAFT – not released"
SMALL = "Figures are as they are: small numbers are not hidden. Keep this where only inspectors and those who answer for it see it."


def handling(released: str) -> str:
    return f"{OFFICIAL}. {released or DRAFT}"


def zipped(
    made: Sequence[tuple[PackPart, Contents]], *, as_of: date, at: datetime, by: str, released: str = ""
) -> bytes:
    """`released` says by whom and when; empty: a draft."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        names = [
            _add(archive, number, part, contents, at, released)
            for number, (part, contents) in enumerate(made, 1)
        ]
        index = _index(names, as_of, at, by, released)
        archive.writestr("00-index.pdf", pdf(index, at=at))
    return file.getvalue()


def _add(
    archive: ZipFile, number: int, part: PackPart, contents: Contents, at: datetime, released: str
) -> str:
    name = f"{number:02}-{part.key.replace('_', '-')}"
    if contents.sheets:
        paper = Paper(title=part.title, blocks=list(_blocks(contents.sheets)), handling=handling(released))
        archive.writestr(f"{name}.pdf", pdf(paper, at=at))
    for each in contents.files:
        mark = "" if released else "DRAFT-"
        archive.writestr(f"{name}/{mark}{each.name}", each.content)
    what = [f"{name}.pdf"] if contents.sheets else []
    what += [f"folder {name}"] if contents.files else []
    return f"{part.title}: {', '.join(what) or 'nothing to show'}"


def _blocks(sheets: Iterable[Sheet]) -> Iterable[Block]:
    for sheet in sheets:
        yield Heading(sheet.title)
        if sheet.words:
            yield Paragraph(sheet.words)
        if sheet.columns and sheet.rows:
            yield Table(sheet.columns, sheet.rows)
        elif sheet.columns:
            yield Paragraph("None.")


def _index(names: Sequence[str], as_of: date, at: datetime, by: str, released: str) -> Paper:
    facts = [
        ("As of", long_date(as_of)),
        ("Put together", f"{long_moment(at)}, as {by} sees it"),
        ("Released", released or DRAFT),
    ]
    return Paper(
        title="Visit pack",
        blocks=[Facts(facts), Note(SMALL), Heading("What is in it"), Items(list(names))],
        handling=handling(released),
    )
