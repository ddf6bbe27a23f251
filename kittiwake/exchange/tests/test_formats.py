"""A format is a folder: what it declares is found there, and nowhere is there a list of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kittiwake.exchange import formats as package
from kittiwake.exchange.formats import format_named, formats, names
from kittiwake.exchange.forms import ImportForm
from kittiwake.exchange.models import Import, RememberedMapping

DECLARATION = """
from dataclasses import replace
from kittiwake.exchange.formats.annex_a import FORMAT as ANOTHER
FORMAT = replace(ANOTHER, name="{name}", title="Lists of another kind", place=5)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    formats.cache_clear()
    yield tmp_path
    formats.cache_clear()


def add(folder: Path, where: str, name: str) -> None:
    (folder / where).mkdir()
    (folder / where / "__init__.py").write_text(DECLARATION.format(name=name))


def test_adding_a_format_is_adding_a_folder(folder: Path) -> None:
    add(folder, "another_kind", "another-kind")
    assert "another-kind" in names()
    assert format_named("another-kind").title == "Lists of another kind"
    assert next(iter(formats())) == "another-kind"  # where it says that it stands


def test_it_is_called_as_its_folder_is(folder: Path) -> None:
    add(folder, "one_kind", "other-kind")
    with pytest.raises(ValueError, match="one-kind, other-kind"):
        formats()


def test_the_page_offers_those_there_are() -> None:
    form = ImportForm()
    assert [key for key, _ in form.fields["format_key"].choices] == list(formats())


@pytest.mark.parametrize("name", names())
def test_a_format_says_everything_of_itself(name: str) -> None:
    chosen = format_named(name)
    folder = Path(package.__path__[0]) / name.replace("-", "_")
    assert {"facts.py", "matching.py", "recording.py", "undoing.py"} <= {
        path.name for path in folder.iterdir()
    }
    assert chosen.title
    assert chosen.hint.endswith(".")
    assert all(
        len(name) <= model._meta.get_field("format").max_length for model in (Import, RememberedMapping)
    )
