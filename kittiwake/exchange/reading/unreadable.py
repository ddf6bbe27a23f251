"""The one way this package says no."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kittiwake.exchange.reading.tables import Table


class UnreadableFile(Exception):
    """A file we will not read. `sentence` is written for the person who sent it: what is wrong, how to mend it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NoRows(UnreadableFile):
    """Headings and nothing under them. The lists come along, so that a day on which nobody went missing can be told
    from the wrong file."""

    def __init__(self, sentence: str, tables: list[Table]) -> None:
        super().__init__(sentence)
        self.tables = tables
