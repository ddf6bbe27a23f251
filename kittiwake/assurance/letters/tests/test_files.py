"""A letter out of its file, and files that are none or want to do harm."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document

from kittiwake.assurance.letters import rules
from kittiwake.assurance.letters.reading import files
from kittiwake.assurance.letters.reading.files import text_of
from kittiwake.assurance.letters.reading.letters import read
from kittiwake.assurance.letters.tests import making
from kittiwake.primitives.documents.unsuitable import Unsuitable

Make = Callable[[], bytes]  # a file is made by the test: as a parameter it would be part of the test's name


@pytest.mark.parametrize(
    ("make", "name"), [(lambda: making.pdf(3), "letter.pdf"), (making.docx, "letter.docx")]
)
def test_a_letter_as_a_file(make: Make, name: str) -> None:
    letter = read(text_of(make(), name))
    assert (letter.kind, letter.council, letter.notes) == (rules.SHORT, "Far Hedge", ())
    assert letter.grades == {
        "leaders": "good",
        "help_and_protection": "requires_improvement",
        "in_care_and_care_leavers": "outstanding",
        "overall": "good",
    }
    assert letter.points(rules.NEEDS_TO_IMPROVE) == making.POINTS
    assert [each.text for each in letter.statements if each.section == ""] == [
        sentence for prose in making.PROSE for sentence in prose.replace(". ", ".\n").split("\n")
    ]
    assert letter.statements[-1].text == "Their plans are clear."


def test_text_of_an_older_program() -> None:
    assert text_of("It’s good.".encode("cp1252"), "letter.txt") == "It’s good."
    assert text_of("\ufeffIt’s good.".encode(), "letter.txt") == "It’s good."


def bomb() -> bytes:
    """A Word document that unpacks to a hundred times what it is."""
    made = BytesIO(making.docx())
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/large.bin", b"\0" * (files.MOST_UNPACKED + 1))
    return made.getvalue()


def long_document() -> bytes:
    document = Document()
    for _ in range(50):
        document.add_paragraph("Children are seen. " * 500)
    return making.saved(document)


@pytest.mark.parametrize(
    ("make", "name", "says"),
    [
        (making.locked_pdf, "a.pdf", "is locked with a password"),
        (making.empty_pdf, "a.pdf", "has no text in it"),
        (lambda: making.pdf()[:900], "a.pdf", "is broken"),
        (lambda: b"%PDF-1.7 nonsense", "a.pdf", "is broken"),
        (lambda: making.docx()[:2000], "a.docx", "is broken"),
        (bomb, "a.docx", "unpacks to more than"),
        (long_document, "a.docx", "has more text than a letter has"),
        (lambda: b"word " * 100_000, "a.txt", "has more text than a letter has"),
        (lambda: b"\x00\x01", "a.txt", "is not a file that can be kept. Send a PDF, a Word document"),
        (lambda: b"", "a.txt", "is empty"),
        (lambda: b" \n ", "a.txt", "has no text in it"),
        (lambda: b"\xff\xd8\xff\xe0", "a.jpg", "is not a letter that can be read. Send a PDF"),
        (making.pdf, "a.docx", "says that it is a DOCX file, but is a PDF"),
        (lambda: b"0" * (files.MOST_BYTES + 1), "a.pdf", "is larger than 10 MB"),
    ],
)  # fmt: skip
def test_what_is_no_letter_is_refused_in_one_sentence(make: Make, name: str, says: str) -> None:
    with pytest.raises(Unsuitable) as refused:
        text_of(make(), name)
    assert says in refused.value.sentence
    assert "\n" not in refused.value.sentence


def test_a_pdf_of_too_many_pages() -> None:
    with pytest.raises(Unsuitable, match="more than 200 pages"):
        text_of(making.pages(files.MOST_PAGES + 1), "a.pdf")


def test_what_no_text_has_is_left_out() -> None:
    assert files.bounded("A\x00B\x07 C\n", "x") == "AB C\n"
