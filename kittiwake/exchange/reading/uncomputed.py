"""Cells of a workbook that hold a formula and no value: whoever wrote the file never had it worked out.

The spreadsheet reader gives them as empty, which is another thing. They are found by looking at the sheets' XML, a piece
at a time, after `archive` has found it safe.
"""

from __future__ import annotations

import html
import posixpath
import re
import zipfile
from collections import defaultdict

from kittiwake.exchange.reading.limits import Limits
from kittiwake.exchange.reading.sheet_bounds import blocks, column_number
from kittiwake.exchange.reading.source import Source

# A formula, and then no value or one that is empty. The empty text that a formula came to says so: t="str".
FORMULA_ALONE = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"([^<>]*)>(?:<f[^<>]*/>|<f[^<>]*>[^<]*</f>)(?:<v\s*/>|<v[^<>]*></v>)?</c>'
)
SHEET, RELATION = re.compile(r"<sheet\s[^<>]*>"), re.compile(r"<Relationship\s[^<>]*>")
ATTRIBUTE = re.compile(r'(?:\w+:)?(\w+)="([^"]*)"')
PIECE = 1 << 20
Uncomputed = dict[int, list[int]]  # by row as a person counts them: the columns, from 0


def uncomputed(source: Source, sheet: str) -> Uncomputed:
    columns_by_row: Uncomputed = defaultdict(list)
    with source.open() as stream, zipfile.ZipFile(stream) as archive:
        if (part := _part_of(archive, sheet, source.limits)) is None:
            return columns_by_row
        with archive.open(part) as content:
            for block in blocks(iter(lambda: content.read(PIECE), b""), source.name):
                if b"<f" in block:
                    _look(block, columns_by_row)
    return columns_by_row


def _look(block: bytes, columns_by_row: Uncomputed) -> None:
    for letters, digits, attributes in FORMULA_ALONE.findall(block):
        if b't="str"' not in attributes:
            columns_by_row[int(digits)].append(column_number(letters) - 1)


def said(row: int, columns: list[int], headings: tuple[str, ...]) -> str:
    named = [f"‘{headings[at]}’" for at in columns if at < len(headings)]
    where = " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
    return (
        f"Row {row} holds a formula that was never worked out under {where}, so what stands there is not known. "
        "Open the file in Excel, save it and send it again."
    )


def _part_of(archive: zipfile.ZipFile, sheet: str, limits: Limits) -> str | None:
    """The name of the part that the workbook's sheet of that name is in."""
    names = set(archive.namelist())
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in _tags(archive, "xl/_rels/workbook.xml.rels", RELATION, names, limits)
    }
    for tag in _tags(archive, "xl/workbook.xml", SHEET, names, limits):
        if html.unescape(tag.get("name", "")) == sheet:
            target = targets.get(tag.get("id"), "")
            part = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
            return part if part in names else None
    return None


def _tags(
    archive: zipfile.ZipFile, part: str, tag: re.Pattern[str], names: set[str], limits: Limits
) -> list[dict[str, str]]:
    if part not in names or archive.getinfo(part).file_size > limits.part_bytes:
        return []
    text = archive.read(part).decode("utf-8", "replace")
    return [dict(ATTRIBUTE.findall(markup)) for markup in tag.findall(text)]
