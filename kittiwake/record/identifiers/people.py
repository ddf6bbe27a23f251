"""Numbers that stand for a person: the council's child ID, UPN, NHS number, Social Work England number.

Each check takes what was typed and gives back the form to store, or raises NotValid.
"""

from __future__ import annotations

import re

from kittiwake.record.identifiers.tidy import NotValid, compact, tidy

CHILD_ID_LENGTH = 20

# The letters of a UPN: I, O and S are left out, because they look like 1, 0 and 5. A letter's place is its value.
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
UPN_LENGTH = 13
NHS_LENGTH = 10


def child_id(text: str) -> str:
    """The council's own number for a child: at most 20 letters and digits (children in need census)."""
    value = tidy(text)
    if not value:
        raise NotValid("Enter the council’s ID for the child.")
    if len(value) > CHILD_ID_LENGTH:
        raise NotValid(
            f"The council’s ID for a child has {CHILD_ID_LENGTH} characters at most; this has {len(value)}."
        )
    if not re.fullmatch("[A-Za-z0-9]+", value):
        raise NotValid(
            "The council’s ID for a child has only letters and numbers: take out spaces and punctuation."
        )
    return value


def upn(text: str) -> str:
    """A unique pupil number, permanent (letter and 12 digits) or temporary (ending in a letter)."""
    value = compact(text)
    if len(value) != UPN_LENGTH:
        raise NotValid(f"A UPN has {UPN_LENGTH} characters, such as B801200005001; this has {len(value)}.")
    if value[0] not in UPN_LETTERS:
        raise NotValid("A UPN starts with a letter that is not I, O or S.")
    if not re.fullmatch("[0-9]{11}", value[1:12]):
        raise NotValid(
            "A UPN has numbers from its second to its twelfth character: check for a letter O or I."
        )
    if not (value[12] in UPN_LETTERS or re.fullmatch("[0-9]", value[12])):
        raise NotValid("A UPN ends in a number, or in a letter that is not I, O or S when it is temporary.")
    if value[0] != upn_check_letter(value[1:]):
        raise NotValid(
            "The first letter of the UPN does not agree with the rest: one of its characters is wrong."
        )
    return value


def upn_check_letter(rest: str) -> str:
    """The letter that starts a UPN whose other twelve characters these are."""
    values = (
        UPN_LETTERS.index(character) if character in UPN_LETTERS else int(character) for character in rest
    )
    total = sum(place * value for place, value in enumerate(values, start=2))
    return UPN_LETTERS[total % len(UPN_LETTERS)]


def is_temporary_upn(value: str) -> bool:
    return value[-1:] in UPN_LETTERS and value != ""


def former_upn(text: str) -> str:
    """A UPN the child had before. The return checks its shape only, so an old mistake can still be recorded."""
    value = compact(text)
    if not re.fullmatch(f"[{UPN_LETTERS}][0-9]{{12}}", value):
        raise NotValid("A former UPN is a letter that is not I, O or S, and 12 numbers.")
    return value


def nhs_number(text: str) -> str:
    """Ten digits, the last of which checks the others (weights 10 to 2, modulus 11)."""
    value = compact(text)
    if not re.fullmatch("[0-9]*", value):
        raise NotValid("An NHS number has only numbers, such as 943 476 5919.")
    if len(value) != NHS_LENGTH:
        raise NotValid(f"An NHS number has {NHS_LENGTH} numbers; this has {len(value)}.")
    if len(set(value)) == 1:
        raise NotValid("An NHS number is not one number repeated: leave it empty if it is not known.")
    if value[9] != nhs_check_digit(value[:9]):
        raise NotValid(
            "The last number of the NHS number does not agree with the others: one of them is wrong."
        )
    return value


def nhs_check_digit(nine: str) -> str | None:
    """The tenth digit, or None for the one beginning in eleven that is never issued."""
    total = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), nine, strict=True))
    digit = (11 - total % 11) % 11
    return None if digit == 10 else str(digit)


def display_nhs_number(value: str) -> str:
    return f"{value[:3]} {value[3:6]} {value[6:]}"


def swe_number(text: str) -> str:
    """A social worker's registration: SW and digits; or XX and digits for a worker who has none (SSDA903)."""
    value = compact(text)
    if not re.fullmatch("(SW|XX)[0-9]{1,10}", value):
        raise NotValid("A Social Work England number is SW and up to 10 numbers, such as SW12345.")
    return value


def swe_number_returned(text: str) -> str:
    """The same as the workforce census writes it: two letters, whichever, and ten digits, short ones filled with zeros."""
    value = compact(text)
    if not re.fullmatch("[A-Z]{2}[0-9]{1,10}", value):
        raise NotValid("It is missing or is not two letters and up to ten digits.")
    return value[:2] + value[2:].zfill(10)
