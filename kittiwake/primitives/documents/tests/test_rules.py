"""What files are called, and what their names may say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.primitives.documents import rules
from kittiwake.primitives.documents.rules import FORMATS


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("letter.pdf", ".pdf"),
        ("PHOTO.JPG", ".jpg"),
        ("a.tar.exe", ".exe"),
        ("Letter from Dr. Smith", ""),
        ("IMG_1234", ""),
        ("", ""),
        ("note.m4a ", ".m4a"),
    ],
)
def test_an_ending_is_one_that_somebody_knows(name: str, ending: str) -> None:
    assert rules.ending_of(name) == ending


@pytest.mark.parametrize(
    ("name", "key", "is_another"),
    [
        ("x.jpg", "jpeg", False),
        ("x.jpeg", "jpeg", False),
        ("x", "jpeg", False),
        ("x.png", "jpeg", True),
        ("x.exe", "pdf", True),
        ("x.html", "txt", True),
        ("x.m4a", "mp4", False),
    ],
)
def test_a_name_must_not_say_another(name: str, key: str, is_another: bool) -> None:
    assert rules.says_another(name, FORMATS[key]) is is_another


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Letter", "Letter.pdf"),
        ("../../etc/passwd", ".. .. etc passwd.pdf"),
        ('a"b\r\nSet-Cookie: x', "a b Set-Cookie x.pdf"),
        ("\u202efdp.exe", "fdp.exe.pdf"),
        ("...", "document.pdf"),
        ("", "document.pdf"),
        ("x" * 300, "x" * 100 + ".pdf"),
        ("Élodie’s drawing", "Élodie’s drawing.pdf"),
    ],
)
def test_a_file_is_given_out_under_a_name_made_here(title: str, name: str) -> None:
    assert rules.name_to_give(title, FORMATS["pdf"]) == name


@given(st.text())
def test_no_title_makes_a_name_that_is_a_path_or_a_header(title: str) -> None:
    given_out = rules.name_to_give(title, FORMATS["txt"])
    assert not set(given_out) & set('/\\\r\n\0"')
    assert given_out.endswith(".txt")
    assert rules.title_of(title, 200)


@pytest.mark.parametrize(("size", "words"), [(2_400, "2 kB"), (999_999, "1000 kB"), (25_000_000, "25.0 MB")])
def test_a_size_is_told_in_words(size: int, words: str) -> None:
    assert rules.size_in_words(size) == words
