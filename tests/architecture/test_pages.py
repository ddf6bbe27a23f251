"""Pages: one word through address, view and template; nothing about a child in an address; no script in a page."""

from __future__ import annotations

import ast
import re

from django.apps import apps

from kittiwake.access.row_security.policies import our_models
from tests.architecture.source import files, parsed, short
from tests.matrix.pages import addresses

OURS = {
    name: pattern
    for name, pattern in addresses().items()
    if pattern.callback.__module__.startswith("kittiwake.")
}
# What an address may carry, and why where it is neither a key nor a slug.
CONVERTERS = {"int", "slug"}
OTHER_WORDS = {
    ("drafts:draft", "occasion"): "Which form: its pattern is checked letter by letter in the view.",
    (
        "directory:discovery",
        "rest",
    ): "Asked by a machine: one of a few names, or it is told that there is nothing.",
    ("gallery:error", "code"): "A made-up error page.",
}
# Models a view may ask for without the viewer: they are about nobody's child.
NOT_OF_A_CHILD = {
    model.__name__
    for model in our_models()
    if model.access_path in (None, "user", "importer", "internal", "power")
}
THE_PACKAGES_OWN = "mfa_reauthenticate:webauthn"  # a way of signing in, as the sign-in package calls it
SPOKEN = re.compile(r"[a-z_]+:[a-z_]+")
INLINE = re.compile(
    r"""\sstyle=|<style|\son\w+=["']|javascript:|<script(?![^>]*\b(src=|type="application/json"))"""
)


def test_addresses_carry_keys_and_slugs_only() -> None:
    wrong = [
        f"{name}: {word}"
        for name, pattern in OURS.items()
        for word, converter in pattern.pattern.converters.items()
        if type(converter).__name__.removesuffix("Converter").lower() not in CONVERTERS
        and (name, word) not in OTHER_WORDS
    ]
    assert not wrong


def test_every_address_spoken_of_is_one() -> None:
    wrong = [
        f"{short(path)}:{node.lineno} {node.value}"
        for path in files()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SPOKEN.fullmatch(node.value)
        if node.value not in {*addresses(), THE_PACKAGES_OWN}
    ]
    assert not wrong


def words(name: str) -> set[str]:
    return {word.rstrip("s") for word in name.rpartition(":")[2].split("_") if word}


def test_address_and_view_share_a_word() -> None:
    wrong = [
        f"{name} is {pattern.callback.__name__}"
        for name, pattern in OURS.items()
        if not words(name) & words(getattr(pattern.callback, "__name__", name))
    ]
    assert not wrong


def test_a_template_is_named_as_a_page_of_its_area() -> None:
    """Or starts with an underscore: a part of pages; form.html is for every short form."""
    wrong = []
    for config in apps.get_app_configs():
        spoken = set().union(*(words(name) for name in OURS if name.startswith(f"{config.label}:")))
        if spoken and config.name != "kittiwake.ui":
            folder = files("*.html")
            for path in folder:
                mine = path.parent.name == config.label and str(config.path) in str(path)
                if (
                    mine
                    and not path.name.startswith("_")
                    and not words(path.stem) & (spoken | {"form", "confirm"})
                ):
                    wrong.append(short(path))
    assert not wrong


def test_no_style_and_no_script_in_a_page() -> None:
    inline = {short(path): match[0] for path in files("*.html") if (match := INLINE.search(path.read_text()))}
    assert not inline


def test_views_start_from_the_viewer() -> None:
    """`Child.objects` in a view is a child whom nobody asked about."""
    wrong = [
        f"{short(path)}:{node.lineno} {node.value.id}.objects"
        for path in files("views*.py")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute)
        and node.attr == "objects"
        and isinstance(node.value, ast.Name)
        and node.value.id not in NOT_OF_A_CHILD
    ]
    assert not wrong


def test_no_page_says_that_nothing_was_saved() -> None:
    """A draft may have been. What is meant is said: it is not recorded, it is not on the record."""
    claim = re.compile(r"nothing (?:has been|was|is) saved|was not saved", re.IGNORECASE)
    claims = [
        short(path) for kind in ("*.py", "*.html") for path in files(kind) if claim.search(path.read_text())
    ]
    assert not claims
