"""Papers: what is written is what is printed, and a screen reader finds its way about it."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from page import ValidationProfile, validate_pdf_bytes
from pypdf import PdfReader, PdfWriter

from kittiwake.ui.paper import (
    Drawing,
    Facts,
    Heading,
    Items,
    Note,
    Paper,
    Paragraph,
    Quote,
    Table,
    pdf,
    printed,
)

AT = datetime(2026, 11, 25, 0, 30, tzinfo=UTC)
# Each would stop the making of the paper, load a file or change how it looks, were it read as markup.
MARKUP = '#panic("no") #import "/etc/passwd": * $x_(y$ *bold* _slant_ `code` <label> @nowhere \\u{41} // gone [ ] { }'


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 60"><text x="9" y="30">Drawn</text></svg>'


def paper(**more) -> Paper:
    return Paper(
        title="Record of the meeting",
        about="Kai Example",
        handling="Official: sensitive",
        blocks=[
            Heading("Decisions"),
            Paragraph(MARKUP),
            Quote("I want to stay\nat school", who="Kai"),
            Note("Do not copy"),
            Items(["Visit on Saturday", "Ring the school"]),
            Facts([("Held", "Monday"), ("Late because", "")]),
            Drawing(SVG, "Two of three lie above"),
            Heading("Who came", level=2),
            Table(["Agency", "Came"], [["Police", "Yes"]] * 60),
        ],
        **more,
    )


def read(made: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(made), strict=True)


@pytest.fixture(scope="module")
def made() -> PdfReader:
    return read(pdf(paper(), at=AT, footer="Printed for Sam Achebe"))


@pytest.fixture(scope="module")
def words(made) -> str:
    return " ".join(" ".join(page.extract_text() for page in made.pages).split())


def test_it_prints_what_was_written_and_reads_none_of_it_as_markup(words):
    assert MARKUP in words


PRINTED = (
    "Record of the meeting",
    "Kai Example",
    "Official: sensitive",
    "I want to stay at school",
    "Do not copy",
    "Ring the school",
    "Held: Monday",
    "Drawn",
    "Printed for Sam Achebe",
    "Page 1 of 3",
)


@pytest.mark.parametrize("text", PRINTED)
def test_it_prints_each_kind_of_block(words, text):
    assert text in words


def test_what_nobody_wrote_is_left_out(words):
    assert "Late because" not in words


def _names(node, names: list[str]) -> list[str]:
    """What the paper's parts are to a screen reader, in the order they are read out."""
    if isinstance(node, int):
        return names
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            _names(child, names)
    elif hasattr(node, "get"):
        if "/S" in node:
            names.append(node["/S"])
        if "/K" in node:
            _names(node["/K"], names)
    return names


def test_a_screen_reader_finds_its_way_about(made):
    root = made.trailer["/Root"]
    parts = _names(root["/StructTreeRoot"], [])
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].lower() == "en-gb"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert made.metadata.title == "Record of the meeting"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert [name for name in parts if name.startswith("/H")] == ["/H1", "/H2", "/H3"]
    assert {"/BlockQuote", "/L", "/LI", "/Table", "/TH", "/TD"} <= set(parts)


def test_what_a_drawing_shows_is_told_to_whoever_cannot_see_it(made):
    figure = _figure(made.trailer["/Root"]["/StructTreeRoot"])
    assert figure["/Alt"] == "Two of three lie above"


def _figure(node):
    """The first figure below this part."""
    if isinstance(node, int):
        return None
    node = node.get_object()
    if isinstance(node, list):
        return next(filter(None, map(_figure, node)), None)
    if not hasattr(node, "get") or node.get("/S") == "/Figure":
        return node if hasattr(node, "get") else None
    return _figure(node["/K"]) if "/K" in node else None


ONE_PAGE = Paper(title="A letter", blocks=[Paragraph("Hello.")], handling="Official: sensitive")


@pytest.mark.parametrize(
    "of", [paper(), ONE_PAGE, paper(language="cy")], ids=["long", "one page", "in Welsh"]
)
def test_a_checker_that_did_not_make_it_finds_it_to_be_pdf_ua(of):
    checked = validate_pdf_bytes(
        pdf(of, at=AT, footer="Printed for Sam Achebe"), profile=ValidationProfile.PDF_UA_1
    )
    assert [failure.message for failure in checked.failures] == []


def test_and_finds_what_is_wrong_with_one_that_is_not():
    plain = PdfWriter()
    plain.add_blank_page(width=595, height=842)
    file = io.BytesIO()
    plain.write(file)
    assert not validate_pdf_bytes(file.getvalue(), profile=ValidationProfile.PDF_UA_1).is_compliant


@pytest.mark.parametrize("of", [paper(), ONE_PAGE], ids=["long", "one page"])
def test_what_stands_at_the_edge_of_a_page_is_said_in_the_text_too(of):
    """A screen reader passes over the edges: with the last page's left out, it is all there once more."""
    pages = read(pdf(of, at=AT, footer="Printed for Sam Achebe")).pages
    said = " ".join(page.extract_text() for page in pages)
    edges = len(pages) if len(pages) > 1 else 0
    for words in ("Official: sensitive", "Printed for Sam Achebe"):
        assert said.count(words) == edges + 1


def test_its_fonts_are_in_the_file(made):
    fonts = {font["/BaseFont"] for page in made.pages for font in page["/Resources"]["/Font"].values()}
    assert fonts
    assert all("LibertinusSerif" in font for font in fonts)


def test_the_same_paper_at_the_same_moment_is_the_same_file():
    assert pdf(paper(), at=AT) == pdf(paper(), at=AT)


def test_a_language_of_the_reader():
    root = read(pdf(paper(language="cy"), at=AT)).trailer["/Root"]
    assert root["/Lang"].lower().startswith("cy")


def test_an_uneven_table_is_a_mistake():
    with pytest.raises(ValueError, match="as many cells"):
        Table(["Agency", "Came"], [["Police"]])


def test_no_cache_keeps_it():
    response = printed(paper(), file_name="meeting.pdf", for_whom="Sam Achebe")
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "no-store"
    assert response["Content-Disposition"] == 'inline; filename="meeting.pdf"'
