"""What a report needs before it is published, and what its words may give away. Facts in, answers out.

Source: Statistical disclosure control as councils publish, read November 2026: what a table hides, its text must not say.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kittiwake.time.moments import add_months

MONTHS_SHOWN = 12
LONGEST = timedelta(days=366)
SHARE_WORTH_ASKING, PART_WORTH_ASKING = 0.05, 0.1
FEW_CASES = 30  # beneath it, chance alone moves a share by ten in a hundred and more
SURE, FAIRLY, UNSURE = "sure", "fairly", "unsure"
HOW_SURE = [
    (SURE, "Sure: the records are whole, and there are enough of them"),
    (FAIRLY, "Fairly sure: some records came late or are missing"),
    (UNSURE, "Not sure: read it as a hint"),
]
SHORT = {SURE: "Sure", FAIRLY: "Fairly sure", UNSURE: "Not sure"}
WORDS = (
    "nought",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
NUMBER = re.compile(rf"\b(\d[\d,]*(?:\.\d+)?|{'|'.join(WORDS[1:])})\b(\s*(?:%|per ?cent))?", re.IGNORECASE)
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\d)[^.!?\n]*)*[.!?]?")


class Wrong(NamedTuple):
    """Which of the two days, and why."""

    field: str
    words: str


def wrong_period(first: date, last: date, today: date) -> Wrong | None:
    """Why a report cannot be of this period; None where it can."""
    if last >= today:
        return Wrong("last", "The period must be over: its last day must be in the past.")
    if last < first:
        return Wrong("first", "The first day must be the same as or before the last day.")
    return Wrong("first", "The period must be a year or less.") if last - first > LONGEST else None


def months_from(last: date) -> date:
    """The first day of the months shown, of which the last is that of the period's last day."""
    return add_months(last.replace(day=1), 1 - MONTHS_SHOWN)


def months_within(first: date, last: date) -> list[str]:
    """The months that lie in the period with all their days: together they may be the whole of it."""
    months: list[str] = []
    month = first.replace(day=1)
    while month <= last:
        if month >= first and add_months(month, 1) - timedelta(days=1) <= last:
            months.append(f"{month:%Y-%m}")
        month = add_months(month, 1)
    return months


def is_over(month: str, last: date) -> bool:
    """Whether a month, as 2026-03, lies before or in the period with its last day."""
    year, number = map(int, month.split("-"))
    return add_months(date(year, number, 1), 1) - timedelta(days=1) <= last


def worsened(direction: str, before: float, now: float, *, is_share: bool) -> float:
    """How much worse it is, as a part of what it was (of a share: in whole shares); 0 where it is not worse by enough to
    ask about. Chance moves figures, so this asks a question and answers none."""
    loss = {"up": before - now, "down": now - before}.get(direction, 0.0)
    if is_share:
        return loss if loss >= SHARE_WORTH_ASKING else 0.0
    part = loss / abs(before) if before else 0.0
    return part if part >= PART_WORTH_ASKING else 0.0


def sentences_that_tell(texts: Iterable[str], hidden: Collection[str]) -> Iterator[str]:
    """Each sentence in which one of these numbers stands, in digits or as a word. `hidden` are as `as_said` has them."""
    for text in texts:
        for sentence in SENTENCE.findall(text):
            if any(as_read(number, share) in hidden for number, share in NUMBER.findall(sentence)):
                yield sentence.strip()


def as_read(number: str, share: str) -> str:
    plain = number.replace(",", "").lower()
    plain = str(WORDS.index(plain)) if plain in WORDS else plain
    return f"{plain}%" if share.strip() else plain


def as_said(numerator: int | None, denominator: int | None) -> Iterator[str]:
    """What would tell of a figure: what is above the line, below it, the rest, and the share."""
    for number in (numerator, denominator):
        if number:
            yield str(number)
    if numerator and denominator:
        if denominator > numerator:
            yield str(denominator - numerator)
        yield f"{numerator / denominator * 100:.0f}%"
