"""What is read, what is refused, and whether the refusal says how to mend it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kittiwake.exchange.reading.limits import Limits
from kittiwake.exchange.reading.source import Kind, UnreadableFile, open_source
from kittiwake.exchange.reading.tests.making import csv_of, workbook_of

LIST = csv_of("Ref,Surname", "1,ASHDOWN")


def test_it_names_the_exact_bytes() -> None:
    source = open_source(LIST, "daily.csv")
    assert (source.name, source.size, source.kind) == ("daily.csv", len(LIST), Kind.TEXT)
    assert source.sha256 == hashlib.sha256(LIST).hexdigest()


def test_it_opens_a_path_and_takes_its_name(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(workbook_of([["Ref"], ["1"]]))
    assert open_source(path).name == "list.xlsx"
    assert open_source(str(path)).kind is Kind.WORKBOOK


def test_it_goes_by_what_is_inside_and_not_by_the_name() -> None:
    assert open_source(LIST, "really-text.xls").kind is Kind.TEXT
    assert open_source(workbook_of([["Ref"], ["1"]]), "really-a-workbook.csv").kind is Kind.WORKBOOK


OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7 ...", "PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"{\\rtf1 hello}", "Rich Text"),
        (b"\x1f\x8b\x08\x00", "compressed file"),
        (b"Rar!\x1a\x07", "compressed folder"),
        (b"<html><table><tr><td>Ref</td></tr></table></html>", "web page"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><html>", "web page"),
        ("<html><table>".encode("utf-16"), "web page"),
        (b'<?xml version="1.0"?><Message/>', "an XML file"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "an XML spreadsheet"),
        (b'{"children": []}', "JSON"),
        (b"MIME-Version: 1.0\r\n", "saved e-mail"),
        (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (OLD_OFFICE + "WordDocument".encode("utf-16-le"), "a Word document"),
        (OLD_OFFICE + "Workbook".encode("utf-16-le"), "old Excel format (.xls)"),
        (b"Ref,Name\n1,\x00\x01\x02\n", "zero bytes"),
    ],
)
def test_it_refuses_what_is_no_list(content: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        open_source(content, "list.xlsx")
    assert says in refused.value.sentence
    assert "‘list.xlsx’" in refused.value.sentence
    assert refused.value.sentence.endswith(".")


def test_it_refuses_a_file_over_the_size_it_can_read() -> None:
    with pytest.raises(UnreadableFile, match="Split it into smaller files"):
        open_source(LIST * 100_000, "big.csv", Limits(text_bytes=1_000_000))


def test_it_refuses_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="could not be found"):
        open_source(tmp_path / "gone.csv")
