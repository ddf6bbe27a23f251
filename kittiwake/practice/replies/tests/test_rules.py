"""What a child may not follow, as tables."""

from __future__ import annotations

import pytest

from kittiwake.practice.replies import rules


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We will talk on Friday.", []),
        ("A Multi-Agency meeting about your placement", ["multi-agency", "placement"]),
        ("The return home interview", ["return home interview"]),
        ("Safeguarding comes first", ["safeguarding"]),
        ("contact, contact and Contact", ["contact"]),
        ("You were contacted by a displacement", []),
        ("The MACE panel", ["MACE"]),
    ],
)
def test_it_finds_words_that_services_say_to_each_other(text: str, found: list[str]) -> None:
    assert [word for word, _ in rules.hard_words(text)] == found


def test_every_hard_word_has_something_to_say_instead_that_is_not_hard() -> None:
    for word, instead in rules.PLAIN.items():
        assert not rules.hard_words(instead), (word, instead)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("word " * 20, 0),
        ("word " * 21, 1),
        ("word " * 15 + "word. " + "word " * 15, 0),
        ("word " * 15 + "\n" + "word " * 15, 0),
        ("", 0),
    ],
)
def test_a_sentence_of_more_than_twenty_words_is_long(text: str, count: int) -> None:
    assert len(rules.long_sentences(text)) == count
