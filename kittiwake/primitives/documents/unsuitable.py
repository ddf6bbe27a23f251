"""One way to say that a file is not kept: one sentence for whoever chose it."""

from __future__ import annotations


class Unsuitable(Exception):
    """The file cannot be kept. `sentence` says why, and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
