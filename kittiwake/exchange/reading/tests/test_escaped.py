"""Letters that a workbook writes as _xD800_ are doubted, not taken in silence."""

from __future__ import annotations

from kittiwake.exchange.reading.values import name, plain_text


def test_an_escape_is_doubted() -> None:
    for read in (name, plain_text):
        assert "could not write" in read("Ka_xD800_te").doubt
        assert not read("Kate").doubt
