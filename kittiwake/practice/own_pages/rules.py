"""Who may be given a page of their own, until when, and what a code is. Facts in, answers out.

A child acts for themselves in matters of their own data once they are able to understand; no law of England names the
age. Twelve is taken to start from (Data Protection Act 2018, section 208, says so for Scotland), and a council may set
another. At 18 what was agreed for a child is over: a page from then on is agreed with the adult they are.
"""

from __future__ import annotations

import secrets
from datetime import date

from kittiwake.time.moments import add_months, in_words

ADULT = 18 * 12  # months
# Without what looks like something else, and without a vowel but A and E: no code is a word.
LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
NAMES_IT, PROVES_IT = 4, 8  # letters of a code: which page, and that it is theirs
GROUP = 4

TOLD = [
    ("who_reads", "What is on the page, and that people who work with them can read what they write there"),
    ("not_watched", "That nobody watches the page at night: whom to ring then, and 999 in an emergency"),
    ("safe", "How to leave the page quickly, and that they can ask for it to be taken away at any time"),
]
CAN_SEE = [
    "What you told us, and what came of it",
    "What we said we would do, and if it happened",
    "Who your worker is, and how to reach them",
    "What you wrote to us here",
]
CANNOT_SEE = [
    "Everything else we have written down. You can ask to see your record: ask your worker",
    "Anything about other people",
    "Anything about where you live, or places we know about",
    "Anything from the police",
]


def why_not_at_their_age(born_on: date | None, youngest: int, today: date) -> str:
    """Why they cannot be given a page on account of their age, or "". `youngest` in months."""
    if born_on is None:
        return "Nobody has recorded when they were born. Record that first: the page is not for younger children."
    from_on = add_months(born_on, youngest)
    if today < from_on:
        return f"They are too young for a page of their own: it can be given from {in_words(from_on)}."
    return ""


def last_end(born_on: date, longest: int, today: date) -> date:
    """The last day a page given today may have. `longest` in months; what is given to a child ends before they are 18."""
    by_length = add_months(today, longest)
    adult_on = add_months(born_on, ADULT)
    return min(by_length, adult_on.fromordinal(adult_on.toordinal() - 1)) if today < adult_on else by_length


def wrong_end(ends_on: date, born_on: date, longest: int, today: date) -> str:
    last = last_end(born_on, longest, today)
    if ends_on < today:
        return "The last day must be today or later"
    if ends_on > last:
        return f"The last day must be {in_words(last)} or before. You can give the page again then"
    return ""


def new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(NAMES_IT + PROVES_IT))


def in_groups(code: str) -> str:
    """As it is printed and read out: K7QM-R2PX-94TD."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def parts_of(typed: str) -> tuple[str, str] | None:
    """(which page, proof) of a code as somebody typed it, or None where it cannot be one."""
    code = "".join(typed.split()).replace("-", "").upper()
    if len(code) != NAMES_IT + PROVES_IT or not set(code) <= set(LETTERS):
        return None
    return code[:NAMES_IT], code[NAMES_IT:]
