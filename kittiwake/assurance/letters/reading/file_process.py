"""Run by files.py as a process of its own: a PDF or a Word document comes in, its text goes out.

Both formats can be made to take all there is. This process has so much memory, so many seconds, and no file but these two; it
says by the code it ends with what was the matter.
"""

import resource
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

LOCKED, PAGES, TEXT, NO_TEXT, UNPACKED = 3, 4, 5, 6, 7


def main(
    format_: str, megabytes: int, seconds: int, most_pages: int, most_characters: int, most_unpacked: int
) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    content = sys.stdin.buffer.read()
    reads = _of_pdf(content, most_pages) if format_ == "pdf" else _of_docx(content, most_unpacked)
    parts, many = [], 0
    for part in reads:
        if isinstance(part, int):
            return part
        parts.append(part)
        many += len(part)
        if many > most_characters:
            return TEXT
    if not any(letter.isalpha() for part in parts for letter in part):
        return NO_TEXT
    sys.stdout.buffer.write("".join(parts).encode("utf-8", "replace"))
    return 0


def _of_pdf(content: bytes, most_pages: int) -> Iterator[str | int]:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        yield LOCKED
        return
    if len(reader.pages) > most_pages:
        yield PAGES
        return
    for page in reader.pages:
        # As laid out: columns stay apart, and what stands apart has an empty line between.
        text = page.extract_text(extraction_mode="layout", layout_mode_scale_weight=1.0)
        yield f"{text if text.strip() else page.extract_text()}\n\f"


def _of_docx(content: bytes, most_unpacked: int) -> Iterator[str | int]:
    from docx import Document
    from docx.table import Table

    with zipfile.ZipFile(BytesIO(content)) as archive:
        if sum(part.file_size for part in archive.infolist()) > most_unpacked:
            yield UNPACKED
            return
    number = 0
    for block in Document(BytesIO(content)).iter_inner_content():
        if isinstance(block, Table):
            yield "".join(f"{_row(row)}\n" for row in block.rows) + "\n"
            continue
        style = block.style.name if block.style is not None else ""
        number = number + 1 if "Number" in style else number
        before = "• " if "Bullet" in style else f"{number}. " if "Number" in style else ""
        if block._p.pPr is not None and block._p.pPr.numPr is not None and not before:
            before = "• "
        yield f"{before}{block.text}\n\n"


def _row(row: Any) -> str:
    """Cells with space between; one that goes over several columns is there once."""
    cells: list[Any] = []
    for cell in row.cells:
        if not cells or cell._tc is not cells[-1]._tc:
            cells.append(cell)
    return "   ".join(" ".join(cell.text.split()) for cell in cells)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])))
