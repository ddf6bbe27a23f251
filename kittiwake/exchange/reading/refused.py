"""The one way this package says no."""

from __future__ import annotations


class Refused(Exception):
    """A file we will not read. `sentence` is written for the person who sent it: what is wrong, how to mend it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
