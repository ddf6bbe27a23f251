"""Lines repaired, and the blocks and sentences they make."""

from __future__ import annotations

import pytest

from kittiwake.assurance.letters.reading.blocks import blocks_of
from kittiwake.assurance.letters.reading.lines import lines_of, one_line
from kittiwake.assurance.letters.reading.sentences import MOST, sentences_of


def whole(text: str) -> str:
    return one_line(lines_of(text))


FOOT = "Inspection of Far Hedge March 2026"


def paged(*pages: str) -> str:
    return "\n----- page -----\n".join(
        f"{page}\n\n{FOOT}\n      {number}\n" for number, page in enumerate(pages, 1)
    )


def test_a_sentence_runs_over_the_end_of_a_page() -> None:
    said = paged("Children are seen", "by people whom they know.", "They say so.")
    assert whole(said) == "Children are seen by people whom they know. They say so."


def test_a_form_feed_ends_a_page_as_a_line_of_dashes_does() -> None:
    assert whole(paged("One.", "Two.").replace("----- page -----", "\f")) == "One. Two."


def test_what_stands_at_the_edge_of_one_page_alone_is_of_the_letter() -> None:
    assert whole("The last line.\n----- page -----\nThe first line.") == "The last line. The first line."


def test_a_footnote_and_its_mark_are_taken_out() -> None:
    page = "The board1 met.\n\nIt met again.\n\nAnd again.\n\n1\n  Of two councils.\n\n"
    assert whole(paged(page, "More.")) == "The board met. It met again. And again. More."


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("Their super-\nvision is late.", "Their supervision is late."),
        ("Good decision-\nmaking. A decision was made.", "Good decision-making. A decision was made."),
        ("A multi-\nagency plan", "A multi-agency plan"),
        ("For 16-\nyear-olds", "For 16-year-olds"),
        ("Inter-\nand intra-family", "Inter- and intra-family"),
        ("Their super\u00ad\nvision", "Their supervision"),
        ("A plan that was over-\ntaken. It was overtaken.", "A plan that was overtaken. It was overtaken."),
    ],
)
def test_words_cut_at_the_end_of_a_line(lines: str, said: str) -> None:
    assert whole(lines) == said


def test_what_follows_the_last_finding_is_left_out() -> None:
    text = "One.\n\nTwo.\n\nThree.\n\nThe Office for Standards in Education, Children’s Services and Skills regulates."
    assert whole(text) == "One. Two. Three."


def test_headings_numbers_and_bullets_are_told_apart() -> None:
    text = """What needs to improve?
◼ The plans, so that
  they are clear.
\uf0b7 The reviews.

The experiences and progress of children who need help and
protection: good

12. Children are seen. In 2021 or
13. of them were not in words that end a paragraph, which goes on for longer than a line.
13.Without a gap.

Headline findings

- A dash.
"""
    assert [(block.kind, block.text) for block in blocks_of(lines_of(text))] == [
        ("heading", "What needs to improve?"),
        ("bullet", "The plans, so that they are clear."),
        ("bullet", "The reviews."),
        ("heading", "The experiences and progress of children who need help and protection: good"),
        ("numbered", "Children are seen. In 2021 or"),
        ("numbered", "of them were not in words that end a paragraph, which goes on for longer than a line."),
        ("numbered", "Without a gap."),
        ("heading", "Headline findings"),
        ("bullet", "A dash."),
    ]


def test_a_number_at_the_start_of_a_line_inside_a_sentence_opens_nothing() -> None:
    text = "Children live where it is right for them, and they say that they are happy there.\nThe proportion of children who have been in the same home for two years rose to 68% in 2016–\n17. It is good."
    assert [block.kind for block in blocks_of(lines_of(text))] == ["paragraph"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Plans are good. Visits are not.", ["Plans are good.", "Visits are not."]),
        ("He said: ‘It is good.’ She did not.", ["He said: ‘It is good.’", "She did not."]),
        ("It is late, e.g. The review. So it is.", ["It is late, e.g. The review.", "So it is."]),
        ("The team at No. 11 is good. 20 came.", ["The team at No. 11 is good.", "20 came."]),
        ("It rose by 2.5 in May. It fell.", ["It rose by 2.5 in May.", "It fell."]),
        ("Plans are late. (Recommendation)", ["Plans are late. (Recommendation)"]),
        ("Is it good? Yes", ["Is it good?", "Yes"]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences


def test_what_is_longer_than_any_sentence_is_cut() -> None:
    assert max(map(len, sentences_of("only one " * 20_000))) <= MOST
