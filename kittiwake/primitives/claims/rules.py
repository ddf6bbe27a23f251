"""How what was said is graded, compared and kept in date. Words in, answers out.

Sources, read in November 2026: the 3x5x2 grading of police intelligence (three grades of source, five
of information, two of handling); mapping practice, where suspicion is named as such and what is not confirmed fades.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kittiwake.record import identifiers
from kittiwake.record.identifiers import Likeness
from kittiwake.record.identifiers.tidy import tidy

CHILD = "child"
KINDS = [
    ("person", "A person"),
    ("place", "A place"),
    ("vehicle", "A vehicle"),
    ("phone", "A phone number"),
    ("handle", "A name online"),
    ("group", "A group"),
    (CHILD, "Another child"),
]
# Known by a number or name that can be checked, and not by how it was described.
NUMBERED = {"vehicle", "phone", "handle"}

# What ties the child to it. Said to be so: what harms is suspicion until somebody decides, and reads so.
LINKS = [
    ("seen_with", "Was with them"),
    ("friend", "A friend"),
    ("partner", "Called their boyfriend or girlfriend"),
    ("family", "Family"),
    ("harmed_by", "Is said to harm them"),
    ("gives_things", "Gives them things"),
    ("goes_to", "Goes there"),
    ("lives_at", "Stays or lives there"),
    ("driven_in", "Was driven in it"),
    ("rung_by", "Rings or messages them"),
    ("online_with", "Is in touch with them online"),
    ("at_risk", "May be at risk as well"),
    ("other", "Something else"),
]

SOURCE_GRADES = [("1", "1: reliable"), ("2", "2: untested"), ("3", "3: not reliable")]
INFORMATION_GRADES = [
    ("A", "A: known directly to whoever said it"),
    ("B", "B: known indirectly, but corroborated"),
    ("C", "C: known indirectly"),
    ("D", "D: not known"),
    ("E", "E: suspected to be false"),
]
WITH_CONDITIONS = "C"
HANDLING = [("P", "P: may be shared lawfully"), (WITH_CONDITIONS, "C: may be shared with conditions")]

ACCEPTED, REFUSED, UNSURE = "accepted", "refused", "unsure"
DECISIONS = [(ACCEPTED, "It is so"), (REFUSED, "It is not so"), (UNSURE, "Not sure yet")]
SAME, DIFFERENT = "same", "different"
VERDICTS = [(SAME, "The same"), (DIFFERENT, "Not the same"), (UNSURE, "Not sure yet")]
ASKED = "asked"  # by whoever may see only one of the two accounts
SAID_OF_BOTH = [*VERDICTS, (ASKED, "Somebody who may see both was asked")]

FADES_AFTER = timedelta(days=183)  # local: about six months after it was last confirmed
# How alike two names of places, people or groups must be to be worth a look: trigram similarity, 0 to 1. Local.
ALIKE = 0.55

_IDLE = {"a", "an", "at", "by", "in", "near", "of", "the"}


def match_key(kind: str, wording: str, number: str = "", platform: str = "") -> str:
    """What is compared: the number in its stored form, or the words without case and small words.

    Empty where something with a number has none: "a blue car" matches nothing. Raises NotValid, with one sentence, for
    a number that cannot be one. Part of a plate or phone number is fine: ? for what is not known.
    """
    if kind in NUMBERED:
        return _number_key(kind, number, platform) if number.strip() else ""
    words = re.findall(r"\w+", tidy(wording).casefold())
    return " ".join([word for word in words if word not in _IDLE] or words)[:300]


def _number_key(kind: str, number: str, platform: str) -> str:
    if kind == "vehicle":
        return identifiers.vehicle_registration(number)
    if kind == "phone":
        return identifiers.phone(number)
    handle = identifiers.handle(platform or "other", number)
    return f"{handle.platform}:{handle.name}"


def likeness(kind: str, one: str, other: str) -> Likeness:
    """How two keys of a kind compare. What is merely described alike is POSSIBLE, and never more."""
    if kind == "vehicle":
        return identifiers.compare_vehicle_registrations(one, other)
    if kind == "phone":
        return identifiers.compare_phones(one, other)
    if kind == "handle":
        return Likeness.SAME if one == other else Likeness.DIFFERENT
    return Likeness.POSSIBLE


def expires_on(last_confirmed_on: date) -> date:
    """From this day it is shown as faded, and asks to be confirmed."""
    return last_confirmed_on + FADES_AFTER


@dataclass(frozen=True)
class Grade:
    """3x5x2, as it is written: 2A P."""

    source: str
    information: str
    handling: str

    def __str__(self) -> str:
        return f"{self.source}{self.information} {self.handling}"

    @property
    def in_words(self) -> str:
        """In a line, with the code that the police write behind it."""
        return f"{'; '.join(self.words)} ({self})"

    @property
    def words(self) -> list[str]:
        return [
            dict(SOURCE_GRADES)[self.source],
            dict(INFORMATION_GRADES)[self.information],
            dict(HANDLING)[self.handling],
        ]
