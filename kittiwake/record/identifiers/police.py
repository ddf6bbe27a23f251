"""References and number plates, as police reports and witnesses give them."""

from __future__ import annotations

import re

from kittiwake.record.identifiers.patterns import Likeness, compare, known_characters
from kittiwake.record.identifiers.tidy import NotValid, tidy

REFERENCE_LENGTH = 40
PLATE_LENGTH = 10
LEAST_KNOWN = 2

# What a witness, a camera and a tired typist confuse. Comparing treats each pair as one character.
LOOK_ALIKE = str.maketrans({"O": "0", "I": "1"})


def police_reference(text: str) -> str:
    """One form for one reference: capitals, no spaces, leading zeros kept ('mp 24 / 000123' is 'MP24/000123')."""
    value = tidy(text).upper().replace(" ", "")
    if not value:
        raise NotValid("Enter the police reference.")
    if len(value) > REFERENCE_LENGTH:
        raise NotValid(
            f"A police reference has {REFERENCE_LENGTH} characters at most; this has {len(value)}."
        )
    if not re.fullmatch(r"[A-Z0-9]([A-Z0-9/._\-]*[A-Z0-9])?", value):
        raise NotValid("A police reference has letters and numbers, with / - . or _ between them.")
    return value


def same_police_reference(one: str, other: str) -> bool:
    """Whether two references differ only in how they are written. Leading zeros count: 0123 and 123 differ."""
    return _bare_reference(one) == _bare_reference(other)


def vehicle_registration(text: str) -> str:
    """A number plate in capitals without spaces. Put ? for one character not seen and * for several."""
    value = re.sub(r"[ .\-]", "", tidy(text)).upper()
    value = re.sub(r"\*+", "*", value)
    if not re.fullmatch(r"[A-Z0-9?*]+", value):
        raise NotValid("A vehicle registration has letters and numbers; put ? for one that was not seen.")
    if known_characters(value) < LEAST_KNOWN:
        raise NotValid(
            f"Give at least {LEAST_KNOWN} characters of the registration, and ? for those not seen."
        )
    if len(value) > PLATE_LENGTH:
        raise NotValid(
            f"A vehicle registration has {PLATE_LENGTH} characters at most; this has {len(value)}."
        )
    return value


def display_vehicle_registration(value: str) -> str:
    """With a space where the current style of plate has one: AB12 CDE."""
    return f"{value[:4]} {value[4:]}" if re.fullmatch("[A-Z]{2}[0-9]{2}[A-Z]{3}", value) else value


def compare_vehicle_registrations(one: str, other: str) -> Likeness:
    """Same when they differ only by O and 0 or I and 1; possible when a partial plate fits the other."""
    return compare(one.translate(LOOK_ALIKE), other.translate(LOOK_ALIKE))


def _bare_reference(value: str) -> str:
    return re.sub(r"[/._\-]", "", police_reference(value))
