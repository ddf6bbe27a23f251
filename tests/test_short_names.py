"""Codes and short names never stand alone on a page: whoever reads it need not know them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

from kittiwake.primitives.claims import rules
from kittiwake.record import codes
from tests.architecture.source import files, short
from tests.cast import Cast

TOKEN = re.compile(
    r"(?<![\w&/.\-{])(?:[A-Z]{2,}[0-9]*|[A-Z][0-9]{1,3}[A-Z]?|[0-9][A-E] [PC]|DfE|CfE)(?![\w/\-}])"
)
# Everybody knows these, or they are what is typed and stand beside its full name.
KNOWN = {
    "PDF",
    "PNG",
    "NHS",
    "GOV",
    "UK",
    "ID",
    "PIN",
    "AM",
    "PM",
    "OK",
    "XXXXXXX",
    "SW",
    "SC",
    "SW12345",
    "AB12",
    "DRAFT",  # a word, written large
}
KNOWN |= {"LS1", "ZZ99", "UPN", "URN"}
KNOWN |= {
    "MB",
    "JPEG",
    "HEIC",
    "GIF",
    "MP3",
    "MP4",
    "M4A",
    "WAV",
    "OGG",
    "CSV",
    "DOCX",
}  # how a telephone or a file manager names files
# These may stand where the same sentence says what they are.
SPELLED = {
    "SSDA903": "looked-after children return",
    "FTE": "whole-time",
    "GP": "doctor",
    "BSL": "British Sign Language",
    "PACE": "Detained by police",
    "SCIM": "the way in which directories tell of people",
    "GDPR": "UK GDPR, article 12",
    "LAESTAB": "the council’s 3 numbers and the school’s 4",
    **dict.fromkeys(("PN1", "PN2", "PN3", "PN4", "PN5", "PN6"), "participation codes"),
    **dict.fromkeys(("Z11", "Z12", "Z13", "Z14"), "Other placement"),
}
PAGE_TEXT = (
    "rules",
    "forms",
    "showing",
    "measures",
    "broken_links",
    "settings",
    "recording",
    "views",
    "parts",
    "quality",
)
SQL = re.compile(r"\b(INSERT INTO|SELECT|FROM|WHERE|CONSTRAINTS|DEFERRED|IMMEDIATE|AND NOT)\b")
FREE = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}|<script.*?</script>|<[^>]*>", re.DOTALL)


def sentences(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text())
    documented = (ast.Module, ast.FunctionDef, ast.ClassDef)
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def alone(text: str) -> set[str]:
    names = set(TOKEN.findall(text)) - KNOWN
    return {name for name in names if SPELLED.get(name, "\0") not in text}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MIS14: within 72 hours", {"MIS14"}),
        ("Grade 2A P. Nobody has decided", {"2A P"}),
        ("FTE 0.8", {"FTE"}),
        ("The share of whole-time hours (FTE) is 0.8", set()),
        ("looked-after children return (SSDA903), missing module", set()),
    ],
)
def test_what_counts_as_alone(text: str, found: set[str]) -> None:
    assert alone(text) == found


def test_no_sentence_of_a_page_has_a_short_name_alone() -> None:
    short_in_pages = {}
    for path in files():
        if not path.stem.startswith(PAGE_TEXT) or "exchange" in path.parts or "demo" in path.parts:
            continue
        for text in sentences(path):
            if " " in text and not SQL.search(text) and (names := alone(text)):
                short_in_pages[short(path), text] = names
    assert short_in_pages == {}


def test_no_template_has_a_short_name_alone() -> None:
    short_in_templates = {}
    for path in Path("kittiwake").rglob("*.html"):
        if names := alone(FREE.sub(" ", path.read_text())):
            short_in_templates[str(path)] = names
    assert {path: names for path, names in short_in_templates.items() if "personas" not in path} == {}


def test_no_answer_that_is_offered_and_no_code_has_a_short_name_alone() -> None:
    kept = {
        f"{model.__name__}.{field.name}": {
            str(title) for _, title in getattr(field, "flatchoices", None) or ()
        }
        for model in apps.get_models()
        if model.__module__.startswith("kittiwake.")
        for field in model._meta.get_fields()
    }
    kept |= {
        name: {code.label for code in listed.codes}
        for name, listed in vars(codes).items()
        if hasattr(listed, "codes")
    }
    places = {place: {title for title in titles if alone(title)} for place, titles in kept.items()}
    assert {place: titles for place, titles in places.items() if titles} == {}


def test_a_grade_says_in_words_what_its_code_means(cast: Cast) -> None:
    assert rules.Grade("2", "A", "P").in_words == (
        "2: untested; A: known directly to whoever said it; P: may be shared lawfully (2A P)"
    )
