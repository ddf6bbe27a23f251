"""Workbooks that would take the machine down, made by hand. Each is refused before the reader sees it."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile

import pytest

from kittiwake.exchange.reading.files import read_tables
from kittiwake.exchange.reading.limits import Limits
from kittiwake.exchange.reading.source import UnreadableFile, open_source
from kittiwake.exchange.reading.tests.making import MAIN, cell, parts_of_a_workbook, workbook_of, zipped

HEADINGS = f'<row r="1">{cell("A1", "Ref")}{cell("B1", "Surname")}</row>'
RECORD = f'<row r="2">{cell("A2", "MP1")}{cell("B2", "ASHDOWN")}</row>'


def refusal(content: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_tables(open_source(content, "list.xlsx", limits or Limits()))
    return refused.value.sentence


def test_the_handmade_workbook_is_sound() -> None:
    [table] = read_tables(open_source(zipped(parts_of_a_workbook(HEADINGS + RECORD))))
    assert [row.values for row in table] == [["MP1", "ASHDOWN"]]


def test_it_refuses_two_cells_in_opposite_corners() -> None:
    # The reader would reserve 549,755,813,888 bytes for these two cells, and the process would be killed.
    corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert "as far right as column XFD" in refusal(zipped(parts_of_a_workbook(HEADINGS + corner)))


@pytest.mark.parametrize(
    "corner",
    [
        "<row r='900000'><c r='A900000'><v>1</v></c></row>",
        '<row r="900000"><c\nr="A900000"><v>1</v></c></row>',
        '<row r="3"><c s="1" r="A900000"><v>1</v></c></row>',
        '<row r="3"><c r = "A900000"><v>1</v></c></row>',
        '<row r="3"><c r="A900000" x="/>"><v>1</v></c></row>',
        '<x:row xmlns:x="urn:x" r="3"><x:c r="A900000"><x:v>1</x:v></x:c></x:row>',
        '<row r="900000"><c><v>1</v></c></row>',
    ],
)
def test_it_is_not_fooled_by_cells_written_in_another_way(corner: str) -> None:
    assert "900,000" in refusal(zipped(parts_of_a_workbook(HEADINGS + RECORD + corner)))


def test_it_refuses_a_row_of_a_million_unnumbered_cells() -> None:
    row = f"<row>{'<c><v>1</v></c>' * 20_000}</row>"
    assert "A list may have up to 500 columns" in refusal(zipped(parts_of_a_workbook(HEADINGS + row)))


def test_it_does_not_mind_formatting_far_beyond_the_list() -> None:
    empty = '<row r="400000"><c r="ZZ400000" s="1"/></row>'
    [table] = read_tables(open_source(zipped(parts_of_a_workbook(HEADINGS + RECORD + empty))))
    assert len(list(table)) == 1


def test_it_refuses_one_long_text_used_by_every_cell() -> None:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 3000))
    content = zipped(parts_of_a_workbook(cells, shared=f"<si><t>{'x' * 100_000}</t></si>"))
    assert len(content) < 50_000
    assert "more text in its cells" in refusal(content)


def test_it_counts_shared_texts_of_odd_sheets_too() -> None:
    cells = "".join(f"<row r='{n}'><c r='A{n}' t='s'><v>0</v></c></row>" for n in range(1, 3000))
    content = zipped(
        parts_of_a_workbook(cells, shared=f"<x:si xmlns:x='u'><x:t>{'x' * 100_000}</x:t></x:si>")
    )
    assert "more text in its cells" in refusal(content)


def test_it_refuses_a_workbook_that_unpacks_to_far_more_than_it_is() -> None:
    content = zipped(parts_of_a_workbook(HEADINGS + "<row/>" * 5_000_000))
    assert len(content) < 100_000
    assert "unpacks to far more than a list needs" in refusal(content)


def test_it_refuses_a_part_that_lies_about_its_size() -> None:
    content = zipped(parts_of_a_workbook(HEADINGS + RECORD + "<row/>" * 5000))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        true_size = archive.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    assert "more than it says it holds" in refusal(content.replace(true_size, (100).to_bytes(4, "little")))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "docProps/app.xml"])
def test_it_refuses_instructions_inside_the_xml(part: str) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    parts = parts_of_a_workbook(HEADINGS + RECORD)
    parts[part] = laughs + str(parts.get(part, "<x/>"))
    assert "carries instructions inside its XML" in refusal(zipped(parts))


def test_it_refuses_a_sheet_in_two_byte_letters() -> None:
    parts = parts_of_a_workbook()
    parts["xl/worksheets/sheet1.xml"] = f'<worksheet xmlns="{MAIN}"/>'.encode("utf-16")
    assert "a form Excel never uses" in refusal(zipped(parts))


def test_it_refuses_a_sheet_disguised_as_a_picture() -> None:
    parts = parts_of_a_workbook()
    parts["xl/media/image1.png"] = b"\x89PNG\x00junk<worksheet><sheetData/></worksheet>"
    assert "not what it says it is" in refusal(zipped(parts))


def test_it_refuses_too_many_parts_and_parts_of_the_same_name() -> None:
    many = parts_of_a_workbook() | {f"xl/p{n}.xml": "<x/>" for n in range(3000)}
    assert "far more parts" in refusal(zipped(many))
    twice = zipped(parts_of_a_workbook() | {"xl/A.xml": "<x/>", "xl/a.xml": "<x/>"})
    assert "two parts of the same name" in refusal(twice)


@pytest.mark.parametrize("keep", [10, 100, 0.5, 0.9, 0.999])
def test_it_refuses_a_workbook_cut_short(keep: float) -> None:
    content = workbook_of([["Ref", "Surname"], ["1", "ASHDOWN"]])
    cut = content[: int(keep if keep > 1 else keep * len(content))]
    assert "cut short" in refusal(cut)


def test_it_refuses_a_second_directory_at_the_end() -> None:
    sound = zipped(parts_of_a_workbook(HEADINGS + RECORD))
    assert refusal(b"PK\x03\x04" + sound)
    assert refusal(sound + sound)


def test_it_refuses_a_locked_part() -> None:
    content = bytearray(zipped(parts_of_a_workbook(HEADINGS + RECORD)))
    at = content.rfind(b"PK\x01\x02")
    content[at + 8] |= 1
    assert "locked with a password" in refusal(bytes(content))


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"word/document.xml": "<x/>"}, "a Word document"),
        ({"mimetype": "x", "content.xml": "<x/>"}, "an OpenDocument file"),
        ({"xl/workbook.bin": "x"}, "a binary Excel workbook"),
        ({"list.csv": "a,b"}, "a zip folder"),
    ],
)
def test_it_says_what_other_packed_file_it_is(parts: dict[str, str | bytes], says: str) -> None:
    assert says in refusal(zipped(parts))


def test_a_hostile_workbook_costs_little_memory() -> None:
    """In a process of its own: the peak above what Python and the modules take."""
    made = (
        "import resource, sys\n"
        "from kittiwake.exchange.reading.source import UnreadableFile, open_source\n"
        "from kittiwake.exchange.reading.files import read_tables\n"
        "content = sys.stdin.buffer.read()\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try:\n    [list(t) for t in read_tables(open_source(content))]\n"
        "except UnreadableFile as refused:\n    print(refused.sentence[:4])\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)\n"
    )
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 60_000))
    content = zipped(parts_of_a_workbook(rows, shared=f"<si><t>{'x' * 32_000}</t></si>"))
    done = subprocess.run([sys.executable, "-c", made], input=content, capture_output=True, check=True)
    assert int(done.stdout.split()[-1]) < 64
