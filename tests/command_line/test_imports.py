"""Imports as they are made on the command line: every doubt is said there, and where a person decides on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kittiwake.cli import importing, starting
from kittiwake.exchange.formats import names
from kittiwake.exchange.formats.police_missing.tests.test_rows import FINCH, WREN
from kittiwake.exchange.formats.police_missing.tests.test_rows import a_list as rows_of
from kittiwake.exchange.models import Import
from kittiwake.exchange.reading.tests.making import reference_files
from tests.cast import Cast


@pytest.fixture
def run(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setattr(starting, "start", lambda: None)
    return CliRunner()


def test_the_command_says_every_doubt_and_where_to_decide(cast: Cast, run: CliRunner, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    wrong = {**WREN, "Last seen": "19/11/2026 23:30"}
    total = {"Reference": "Total: 2"}
    path.write_bytes(rows_of(wrong, FINCH, total).open().read())
    said = run.invoke(importing.import_, ["police-missing", str(path)])
    assert said.exit_code == 1
    assert "after they were reported missing, so it was set aside" in said.output
    assert "row 4, left out" in said.output
    assert f"Import {Import.objects.get().pk}, at /imports/" in said.output
    again = json.loads(run.invoke(importing.import_, ["police-missing", str(path), "--json"]).output)
    assert again["unchanged"] == 2
    assert again["files"][0]["left_out"][0]["line"] == 4


def test_a_census_with_one_bad_worker_names_them_and_leaves_nothing_behind(
    cast: Cast, run: CliRunner
) -> None:
    path = reference_files("17_odd_inputs", "w13_dup_swe.xml")
    said = run.invoke(importing.import_, ["workforce-census", str(path)])
    assert said.exit_code != 0
    assert "worker 2: Worker 2 has the same SWENo as worker 1" in (said.output + str(said.exception))
    assert Import.objects.get().discarded_at


def test_it_takes_the_formats_there_are() -> None:
    said = "".join(CliRunner().invoke(importing.import_, ["--help"]).output.split())
    assert all(name in said for name in names())
    refused = CliRunner().invoke(importing.import_, ["no-such-format", "list.csv"])
    assert (refused.exit_code, "no-such-format" in refused.output) == (2, True)
