"""Why something was recorded wrongly: as much as is kept of it, and not nothing."""

from __future__ import annotations

import pytest

from kittiwake.record.forms import StrikeOutForm


@pytest.mark.parametrize(
    ("reason", "wrong"),
    [
        ("The wrong child", ""),
        ("x" * 300, ""),
        ("x" * 301, "The reason must be 300 characters or fewer. You have used 301"),
        ("", "Enter what was recorded wrongly"),
        ("   ", "Enter what was recorded wrongly"),
    ],
)
def test_a_reason_is_said_and_fits(reason: str, wrong: str) -> None:
    form = StrikeOutForm({"reason": reason, "once": "0d1a4f0e-8f5c-4f0e-9a55-1f2e3d4c5b6a"})
    assert " ".join(form.errors.get("reason", [])) == wrong
