"""What a format proposes for one row: the verdict, in a sentence a person can act on, and what the row means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kittiwake.exchange.reading.doubts import Doubt
from kittiwake.history.refusal import Refused


class MayBe(Refused):
    """A row is not recorded, because it may be about one of these children: a person says."""

    def __init__(self, why: str, children: list[int]) -> None:
        super().__init__(why)
        self.children = children


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """Facts that say which row of the import this is, and which row first met its child: there it is put on the record."""

    number: int = 0
    first_number: int = 0

    @property
    def met_in(self) -> int:
        return self.first_number or self.number


@dataclass(frozen=True)
class Proposal:
    """`verdict` is one of ImportRow's; `facts` are the format's own; `child_id` and `entry_id` are on the record already."""

    line: int
    verdict: str
    message: str
    facts: object = None
    child_id: int | None = None
    entry_id: int | None = None
    candidates: list[int] = field(default_factory=list)
    doubts: tuple[Doubt, ...] = ()  # the message says them too
    said: str = ""  # names what the row says (earlier_rows.fingerprint)

    def now(self, verdict: str, message: str) -> Proposal:
        return replace(self, verdict=verdict, message=message)

    def saying(self, said: str) -> Proposal:
        return replace(self, said=said)

    def with_doubts(self, doubted: Sequence[Doubt]) -> Proposal:
        if not doubted:
            return self
        message = joined([self.message, *(doubt.sentence for doubt in doubted)])
        return replace(self, message=message, doubts=(*self.doubts, *doubted))


def joined(sentences: list[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
