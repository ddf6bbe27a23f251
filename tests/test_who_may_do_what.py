"""The paper about who may do what agrees with the table of powers and the pages of the areas."""

from __future__ import annotations

from runpy import run_path

from conftest import ROOT

MADE_BY = "script/who_may_do_what.py"


def test_the_paper_is_up_to_date() -> None:
    script = run_path(str(ROOT / MADE_BY))
    assert script["PAPER"].read_text() == script["text"](), f"Run .venv/bin/python {MADE_BY}."
